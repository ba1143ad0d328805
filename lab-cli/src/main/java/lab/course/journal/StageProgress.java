package lab.course.journal;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lab.check.evidence.PredictionOnRecord;

/**
 * What happened in one stage.
 *
 * @param begun when the learner first came here
 * @param predictions by id
 * @param hints level of each hint that was shown, by id, in that order
 * @param attempts how often it was verified
 * @param last the latest verification
 * @param results what was last seen of each check: by the latest verification, or by a part of one
 *     after it
 * @param passed the verification that passed it; a later failure does not take it back
 * @param passedAt when it was first passed
 * @param assisted whether the reference answer was installed
 */
public record StageProgress(
    Optional<Instant> begun,
    Map<String, PredictionOnRecord> predictions,
    Map<String, Integer> hints,
    int attempts,
    Optional<Event.Verified> last,
    List<Event.Result> results,
    Optional<Event.Verified> passed,
    Optional<Instant> passedAt,
    boolean assisted) {
  public StageProgress {
    predictions = Collections.unmodifiableMap(new TreeMap<>(predictions));
    hints = Collections.unmodifiableMap(new LinkedHashMap<>(hints));
    results = List.copyOf(results);
  }

  static StageProgress none() {
    return new StageProgress(
        Optional.empty(),
        Map.of(),
        Map.of(),
        0,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
