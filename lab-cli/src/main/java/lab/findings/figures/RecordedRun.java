package lab.findings.figures;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What the lab recorded in one run for one route: the evidence that stated figures must agree with.
 *
 * @param run the run's id
 * @param phase {@code before} or {@code after} the routing was changed; the mode, such as {@code
 *     async}, for a run that sent all routes to one upstream
 * @param route our path
 * @param sent requests sent
 * @param ok answers with a 2xx status
 * @param measures further figures by name: {@code e502}, {@code e504} (answers), {@code p50_ms},
 *     {@code p95_ms} (milliseconds), {@code throughput_rps} (per second)
 * @param spoilt why its counts say nothing about the servers, if so: "its load generator fell
 *     behind"
 */
public record RecordedRun(
    String run,
    String phase,
    String route,
    long sent,
    long ok,
    Map<String, Double> measures,
    Optional<String> spoilt) {
  /** Ends the name of a measure that was multiplied back to real time. */
  public static final String REAL_TIME = "_real";

  public RecordedRun {
    measures = Map.copyOf(measures);
  }

  /** A run whose counts stand. */
  public RecordedRun(
      String run, String phase, String route, long sent, long ok, Map<String, Double> measures) {
    this(run, phase, route, sent, ok, measures, Optional.empty());
  }

  /** Stands for a verification, which shares the numbering of runs but records no figures. */
  public static RecordedRun ofVerification(String id) {
    return new RecordedRun(
        id,
        "",
        "",
        0,
        0,
        Map.of(),
        Optional.of("it is a verification's, and lab run records what counts"));
  }

  /** Whether its counts tell of the servers. */
  public boolean stands() {
    return spoilt.isEmpty();
  }

  /** Whether it belongs to the story of the incident, before and after, not to a comparison. */
  public boolean isOfTheIncident() {
    return phase.equals("before") || phase.equals("after");
  }

  /** Whether so many requests ended well, or badly: all that failed, or those with one status. */
  boolean counts(long n, Figure.End end) {
    boolean well = n == ok;
    boolean badly =
        n == sent - ok
            || measures.getOrDefault("e502", -1.0) == n
            || measures.getOrDefault("e504", -1.0) == n;
    return switch (end) {
      case WELL -> well;
      case BADLY -> badly;
      case UNSAID -> well || badly;
    };
  }

  /**
   * What was recorded under a name: as the run's table shows it and, for a run that was sped up, as
   * it would be in real time; nothing when it was not measured.
   */
  DoubleStream recorded(String name) {
    return Stream.of(name, name + REAL_TIME)
        .map(measures::get)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue);
  }

  /** The share of good answers, percent. */
  double percent() {
    return sent == 0 ? 0 : 100.0 * ok / sent;
  }
}
