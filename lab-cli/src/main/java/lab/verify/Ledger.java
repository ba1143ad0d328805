package lab.verify;

import java.util.List;
import java.util.Map;
import lab.check.evidence.PredictionOnRecord;
import lab.check.evidence.RunOnRecord;

/**
 * What the learner has done so far, as far as checks ask for it.
 *
 * @param predictions of the stage, by id
 * @param runs all of them, oldest first
 */
public record Ledger(Map<String, PredictionOnRecord> predictions, List<RunOnRecord> runs) {
  public Ledger {
    predictions = Map.copyOf(predictions);
    runs = List.copyOf(runs);
  }
}
