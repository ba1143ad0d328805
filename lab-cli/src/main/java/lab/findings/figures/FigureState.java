package lab.findings.figures;

import java.util.Locale;
import java.util.Optional;

/**
 * A stated figure beside the run it was compared with.
 *
 * @param figure what was stated
 * @param verdict how it compares
 * @param run the run it was compared with, if any
 * @param phase the phase it speaks of: as stated, else as the matching run's
 * @param recorded what that run recorded, in the figure's unit; NaN without a run
 */
public record FigureState(
    Figure figure,
    Verdict verdict,
    Optional<RecordedRun> run,
    Optional<String> phase,
    double recorded) {
  /** How a stated figure compares with the recorded runs. */
  public enum Verdict {
    MATCHES,
    /** Nearer than 15 percent, but not as near as its rounding allows. */
    CLOSE,
    NO_SUCH_RUN,
    CONTRADICTS,
    EXCHANGED,
    /** It is of a run whose counts say nothing about the servers. */
    NOT_COUNTED
  }

  public boolean agrees() {
    return verdict == Verdict.MATCHES;
  }

  /** Whether the write-up names the run beside the figure. */
  public boolean isCited() {
    return figure.cited().isPresent();
  }

  /** One line for people: {@code matches r4}, {@code contradicts r6 (90 stated, 100 recorded)}. */
  public String words() {
    var name = run.map(RecordedRun::run).orElse("");
    return switch (verdict) {
      case MATCHES -> "matches " + name;
      case CLOSE -> "close to " + name + " (" + beside() + ")";
      case NO_SUCH_RUN -> "no such run" + figure.cited().map(id -> ": " + id).orElse(when());
      case NOT_COUNTED ->
          "is of %s, which does not count: %s"
              .formatted(name, run.flatMap(RecordedRun::spoilt).orElse(""));
      case EXCHANGED -> "before and after exchanged (" + name + ")";
      case CONTRADICTS -> "contradicts " + name + " (" + beside() + ")";
    };
  }

  private String when() {
    return figure.phase().map(said -> " " + said + " the change").orElse("") + ": cite one";
  }

  /** The same beside a run that does not count. */
  FigureState notCounted() {
    return new FigureState(figure, Verdict.NOT_COUNTED, run, phase, recorded);
  }

  private String beside() {
    return number(figure.value()) + " stated, " + number(recorded) + " recorded";
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
