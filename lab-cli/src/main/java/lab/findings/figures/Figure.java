package lab.findings.figures;

import java.util.Optional;
import lab.findings.match.Reading;

/**
 * A figure that a write-up states about runs.
 *
 * @param kind what it counts or measures
 * @param value the number; counts, percent, milliseconds or requests per second by kind
 * @param total of how many, for a share; 0 otherwise
 * @param ended how those requests ended, as the words beside the figure say
 * @param phase {@code before}, {@code after}, or nothing when the text does not say
 * @param route our path, or nothing
 * @param cited the run that is named beside it, such as {@code r-0042}
 * @param reading the sentence
 * @param start offset in the source
 * @param end offset after its last character
 */
public record Figure(
    Kind kind,
    double value,
    double total,
    End ended,
    Optional<String> phase,
    Optional<String> route,
    Optional<String> cited,
    Reading reading,
    int start,
    int end) {
  /** What a figure is. */
  public enum Kind {
    SHARE,
    COUNT,
    PERCENT,
    P50_MILLIS,
    P95_MILLIS,
    PER_SECOND
  }

  /** How the requests of a count ended. */
  public enum End {
    WELL,
    BADLY,
    UNSAID
  }
}
