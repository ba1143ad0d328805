package lab.findings.figures;

import java.util.Map;

/**
 * What the lab recorded in one run for one route: the evidence that stated figures must agree with.
 *
 * @param run the run's id
 * @param phase {@code before} or {@code after} the routing was changed
 * @param route our path
 * @param sent requests sent
 * @param ok answers with a 2xx status
 * @param measures further figures by name: {@code e502}, {@code e504} (answers), {@code p50_ms},
 *     {@code p95_ms} (milliseconds), {@code throughput_rps} (per second)
 */
public record RecordedRun(
    String run, String phase, String route, long sent, long ok, Map<String, Double> measures) {
  public RecordedRun {
    measures = Map.copyOf(measures);
  }

  /** Whether so many answers of one kind came: good ones, failed ones, or one status. */
  boolean counts(long n) {
    return n == ok
        || n == sent - ok
        || measures.getOrDefault("e502", -1.0) == n
        || measures.getOrDefault("e504", -1.0) == n;
  }

  /** A measure by its name; NaN, near to nothing, when it was not recorded. */
  double measure(String name) {
    return measures.getOrDefault(name, Double.NaN);
  }

  /** The share of good answers, percent. */
  double percent() {
    return sent == 0 ? 0 : 100.0 * ok / sent;
  }
}
