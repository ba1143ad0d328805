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
 * @param passed the verification that passed it; a later failure does not take it back
 * @param passedAt when that was
 * @param assisted whether the reference answer was installed
 */
public record StageProgress(
    Optional<Instant> begun,
    Map<String, PredictionOnRecord> predictions,
    Map<String, Integer> hints,
    int attempts,
    Optional<Event.Verified> last,
    Optional<Event.Verified> passed,
    Optional<Instant> passedAt,
    boolean assisted) {
  public StageProgress {
    predictions = Collections.unmodifiableMap(new TreeMap<>(predictions));
    hints = Collections.unmodifiableMap(new LinkedHashMap<>(hints));
  }

  static StageProgress none() {
    return new StageProgress(
        Optional.empty(),
        Map.of(),
        Map.of(),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** Results of the latest verification; empty when there was none. */
  public List<Event.Result> results() {
    return last.map(Event.Verified::results).orElse(List.of());
  }
}
