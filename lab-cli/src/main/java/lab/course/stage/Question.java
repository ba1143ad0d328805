package lab.course.stage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lab.check.evidence.Answered.Expected;

/**
 * A question that is answered in {@code answers.yaml}.
 *
 * @param options texts by key, in the order to be shown; empty where a number is asked for
 * @param expected what is right
 */
public record Question(String id, String ask, Map<String, String> options, Expected expected) {
  public Question {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }
}
