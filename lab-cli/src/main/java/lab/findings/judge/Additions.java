package lab.findings.judge;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a learner said beside the write-up.
 *
 * @param answers criterion to the answer given to its question
 * @param disputes criterion to the line that is said to answer it, from 1: "I did write this"
 */
public record Additions(Map<String, String> answers, Map<String, Integer> disputes) {
  /** Nothing was added. */
  public static final Additions NONE = new Additions(Map.of(), Map.of());

  public Additions {
    answers = new TreeMap<>(answers);
    disputes = new TreeMap<>(disputes);
  }
}
