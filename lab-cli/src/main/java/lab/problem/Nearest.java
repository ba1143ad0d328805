package lab.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that a person meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The name with the fewest edits (a letter more, less or other, two swapped) from a misspelt one.
   *
   * @return empty when even the nearest differs in more than a third of its letters
   */
  public static Optional<String> of(String misspelt, Collection<String> names) {
    return names.stream()
        .filter(name -> Math.abs(name.length() - misspelt.length()) <= allowed(name))
        .map(name -> new Candidate(name, edits(misspelt, name)))
        .filter(candidate -> candidate.edits() <= allowed(candidate.name()))
        .min(Comparator.comparingInt(Candidate::edits).thenComparing(Candidate::name))
        .map(Candidate::name);
  }

  private record Candidate(String name, int edits) {}

  private static int allowed(String name) {
    return Math.clamp(name.length() / 3, 1, 3);
  }

  /** Edits between two words, swaps of neighbours counted once. */
  static int edits(String from, String to) {
    var before = new int[to.length() + 1];
    var last = new int[to.length() + 1];
    var row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int other = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + other);
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      var freed = before;
      before = last;
      last = row;
      row = freed;
    }
    return last[to.length()];
  }
}
