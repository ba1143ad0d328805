package lab.course.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
        old.results(),
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
        old.results(),
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
        old.results(),
        old.passed(),
        old.passedAt(),
        old.assisted());
  }

  static StageProgress verified(StageProgress old, Event.Verified event, Instant at) {
    boolean passes = event.passed() || (event.toBeRead() && mayBeRead(old, event));
    return new StageProgress(
        old.begun(),
        old.predictions(),
        old.hints(),
        old.attempts() + 1,
        Optional.of(event),
        event.results(),
        passes ? Optional.of(event) : old.passed(),
        passes ? old.passedAt().or(() -> Optional.of(at)) : old.passedAt(),
        old.assisted());
  }

  /** What a person has to read takes no pass back, save of a check that the pass did not judge. */
  private static boolean mayBeRead(StageProgress old, Event.Verified event) {
    var judged =
        old.passed().filter(Event.Verified::passed).stream()
            .flatMap(pass -> pass.results().stream())
            .filter(Event.Result::judged)
            .map(Event.Result::check)
            .collect(Collectors.toSet());
    return event.results().stream()
        .filter(Event.Result::judged)
        .anyMatch(result -> !judged.contains(result.check()));
  }

  static StageProgress checked(StageProgress old, Event.Checked event) {
    var results = new LinkedHashMap<String, Event.Result>();
    old.results().forEach(result -> results.put(result.check(), result));
    event.results().forEach(result -> results.put(result.check(), result));
    return new StageProgress(
        old.begun(),
        old.predictions(),
        old.hints(),
        old.attempts(),
        old.last(),
        List.copyOf(results.values()),
        old.passed(),
        old.passedAt(),
        old.assisted());
  }

  static StageProgress assisted(StageProgress old) {
    return new StageProgress(
        old.begun(),
        old.predictions(),
        old.hints(),
        old.attempts(),
        old.last(),
        old.results(),
        old.passed(),
        old.passedAt(),
        true);
  }
}
