package lab.findings.rubric;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A row of the rubric, with levels 0, 1 and 2.
 *
 * @param id A1 to C6
 * @param title what it asks for, in a few words
 * @param stage folder of the stage that asks for it
 * @param section where feedback points; credit counts anywhere
 * @param facets right statements by name
 * @param wrong statements that contradict them
 * @param two when level 2 is reached
 * @param one when level 1 is reached
 * @param near patterns that suggest that a person would see more than was found
 * @param evidence whether it is decided by figures against recorded runs
 * @param missing what to ask for each facet that was not found
 * @param ask the exact question that earns level 1 at most
 */
public record Criterion(
    String id,
    String title,
    String stage,
    String section,
    Map<String, Facet> facets,
    Map<String, Facet> wrong,
    LevelRule two,
    LevelRule one,
    List<Pattern> near,
    boolean evidence,
    Map<String, String> missing,
    Optional<Question> ask) {
  public Criterion {
    facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
    wrong = Collections.unmodifiableMap(new LinkedHashMap<>(wrong));
    near = List.copyOf(near);
    missing = Map.copyOf(missing);
  }

  /**
   * A question with one right answer.
   *
   * @param text the question
   * @param answers the answers that are right, in lower case
   */
  public record Question(String text, List<String> answers) {
    private static final java.util.regex.Pattern NUMBER =
        java.util.regex.Pattern.compile("\\d+(?:\\.\\d+)?");

    public Question {
      answers = List.copyOf(answers);
    }

    /**
     * Whether an answer is one of those: numbers within three percent, with or without a unit;
     * words in any case.
     */
    public boolean accepts(String answer) {
      var plain = answer.strip().toLowerCase(Locale.ROOT).replaceFirst("[.!]$", "");
      return answers.stream().anyMatch(right -> plain.equals(right) || isSameNumber(plain, right));
    }

    private static boolean isSameNumber(String given, String right) {
      var stated = NUMBER.matcher(given.replace(',', '.'));
      return NUMBER.matcher(right).matches()
          && stated.lookingAt()
          && Math.abs(Double.parseDouble(stated.group()) - Double.parseDouble(right))
              <= 0.03 * Double.parseDouble(right);
    }
  }
}
