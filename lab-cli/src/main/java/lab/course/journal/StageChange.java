package lab.course.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import lab.check.evidence.PredictionOnRecord;

/** What an event changes about the progress of a stage. */
final class StageChange {
  private StageChange() {}

  static StageProgress begun(StageProgress old, Instant at) {
    return new StageProgress(
        old.begun().or(() -> Optional.of(at)),
        old.predictions(),
        old.hints(),
        old.attempts(),
        old.last(),
        old.passed(),
        old.passedAt(),
        old.assisted());
  }

  /** The first prediction stands: a second one would know the answer. */
  static StageProgress predicted(StageProgress old, Event.Predicted event, Instant at) {
    var predictions = new LinkedHashMap<>(old.predictions());
    predictions.putIfAbsent(event.id(), new PredictionOnRecord(event.value(), at));
    return new StageProgress(
        old.begun(),
        predictions,
        old.hints(),
        old.attempts(),
        old.last(),
        old.passed(),
        old.passedAt(),
        old.assisted());
  }

  static StageProgress hinted(StageProgress old, Event.Hinted event) {
    var hints = new LinkedHashMap<>(old.hints());
    hints.put(event.hint(), event.level());
    return new StageProgress(
        old.begun(),
        old.predictions(),
        hints,
        old.attempts(),
        old.last(),
        old.passed(),
        old.passedAt(),
        old.assisted());
  }

  static StageProgress verified(StageProgress old, Event.Verified event, Instant at) {
    boolean passes = event.passed() || event.toBeRead();
    return new StageProgress(
        old.begun(),
        old.predictions(),
        old.hints(),
        old.attempts() + 1,
        Optional.of(event),
        passes ? Optional.of(event) : old.passed(),
        passes ? Optional.of(at) : old.passedAt(),
        old.assisted());
  }

  static StageProgress assisted(StageProgress old) {
    return new StageProgress(
        old.begun(),
        old.predictions(),
        old.hints(),
        old.attempts(),
        old.last(),
        old.passed(),
        old.passedAt(),
        true);
  }
}
