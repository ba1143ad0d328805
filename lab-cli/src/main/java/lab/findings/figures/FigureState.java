package lab.findings.figures;

import java.util.Optional;

/**
 * A stated figure beside the run it was compared with.
 *
 * @param figure what was stated
 * @param verdict how it compares
 * @param run the run it was compared with, if any
 * @param phase the phase it speaks of: as stated, else as the matching run's
 */
public record FigureState(
    Figure figure, Verdict verdict, Optional<RecordedRun> run, Optional<String> phase) {
  /** How a stated figure compares with the recorded runs. */
  public enum Verdict {
    MATCHES,
    NO_SUCH_RUN,
    CONTRADICTS,
    EXCHANGED
  }

  public boolean agrees() {
    return verdict == Verdict.MATCHES;
  }

  /** One line for people: {@code matches r4}, {@code contradicts r6 (90 stated, 100 recorded)}. */
  public String words() {
    var name = run.map(RecordedRun::run).orElse("");
    return switch (verdict) {
      case MATCHES -> "matches " + name;
      case NO_SUCH_RUN -> "no such run";
      case EXCHANGED -> "before and after exchanged (" + name + ")";
      case CONTRADICTS ->
          "contradicts %s (%s stated, %s recorded)"
              .formatted(name, Math.round(figure.value()), run.map(RecordedRun::ok).orElse(0L));
    };
  }
}
