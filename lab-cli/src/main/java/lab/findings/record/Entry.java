package lab.findings.record;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One line of the record. */
public sealed interface Entry {
  /** When it was written. */
  Instant at();

  /**
   * An answer to the question of a criterion.
   *
   * @param text the answer as given; whether it is right is told when it is read, by the rubric
   */
  record Answered(Instant at, String criterion, String text) implements Entry {}

  /**
   * "I did write this."
   *
   * @param line the line that is said to answer the criterion, from 1, as it was then
   * @param quote the words of that line: a dispute stands while the write-up still says them
   * @param rubric version and hash of the rubric that did not find it
   */
  record Disputed(Instant at, String criterion, int line, String quote, String rubric)
      implements Entry {}

  /**
   * What a check came to.
   *
   * @param file the write-up, as {@link FindingsRecord#lastCheck} is asked for it
   * @param levels criterion to level 0, 1, 2
   * @param open criteria that a person has to read
   */
  record Checked(Instant at, String file, Map<String, Integer> levels, Set<String> open)
      implements Entry {
    public Checked {
      levels = new TreeMap<>(levels);
      open = new TreeSet<>(open);
    }
  }
}
