package lab.findings.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import lab.findings.figures.FigureState.Verdict;

/** Compares stated figures with recorded runs: counts exactly, times and rates within 5 percent. */
public final class FigureChecker {
  private static final double ROUNDING = 0.05;
  private static final double FAR_OFF = 0.15;
  private static final double PERCENT_POINTS = 0.6;
  private static final int SMALLEST_COUNT = 10;

  private final List<RecordedRun> runs;

  public FigureChecker(List<RecordedRun> runs) {
    this.runs = List.copyOf(runs);
  }

  /** The figures that can be judged, each with its state; the others are left out. */
  public List<FigureState> check(List<Figure> figures) {
    var states = new ArrayList<FigureState>();
    figures.forEach(figure -> state(figure).ifPresent(states::add));
    return List.copyOf(states);
  }

  private Optional<FigureState> state(Figure figure) {
    return switch (figure.kind()) {
      case SHARE -> share(figure);
      case COUNT ->
          figure.value() < SMALLEST_COUNT || figure.phase().isEmpty()
              ? Optional.empty()
              : only(figure, run -> run.ok() == Math.round(figure.value()));
      case PERCENT ->
          only(
              figure,
              run ->
                  Math.abs(run.percent() - figure.value()) <= PERCENT_POINTS
                      || Math.abs(100 - run.percent() - figure.value()) <= PERCENT_POINTS);
      case P50_MILLIS -> time(figure, "p50_ms");
      case P95_MILLIS -> time(figure, "p95_ms");
      case PER_SECOND ->
          only(
              figure,
              run ->
                  run.measures().containsKey("throughput_rps")
                      && near(figure.value(), run.measure("throughput_rps"), ROUNDING));
    };
  }

  private Optional<FigureState> share(Figure figure) {
    var sameSize = runs.stream().filter(run -> run.sent() == Math.round(figure.total())).toList();
    var matching = sameSize.stream().filter(run -> run.counts(Math.round(figure.value()))).toList();
    if (!matching.isEmpty()) {
      return Optional.of(matched(figure, matching));
    }
    if (figure.total() < SMALLEST_COUNT) {
      return Optional.empty();
    }
    var against =
        sameSize.stream()
            .filter(run -> figure.route().map(run.route()::equals).orElse(true))
            .filter(run -> figure.phase().map(run.phase()::equals).orElse(true))
            .findFirst()
            .or(() -> sameSize.stream().findFirst());
    var verdict = against.isPresent() ? Verdict.CONTRADICTS : Verdict.NO_SUCH_RUN;
    return Optional.of(new FigureState(figure, verdict, against, figure.phase()));
  }

  private Optional<FigureState> time(Figure figure, String measure) {
    var bound =
        runs.stream()
            .filter(run -> run.measures().containsKey(measure))
            .filter(fits(figure))
            .toList();
    var matching =
        bound.stream().filter(run -> near(figure.value(), run.measure(measure), ROUNDING)).toList();
    if (!matching.isEmpty()) {
      return Optional.of(matched(figure, matching));
    }
    return figure.route().isEmpty()
        ? Optional.empty()
        : bound.stream()
            .filter(run -> !near(figure.value(), run.measure(measure), FAR_OFF))
            .findFirst()
            .map(run ->
                new FigureState(figure, Verdict.CONTRADICTS, Optional.of(run), figure.phase()));
  }

  private Optional<FigureState> only(Figure figure, Predicate<RecordedRun> agrees) {
    return runs.stream()
        .filter(agrees)
        .filter(fits(figure))
        .findFirst()
        .map(run -> matched(figure, List.of(run)));
  }

  private static FigureState matched(Figure figure, List<RecordedRun> matching) {
    var run = matching.stream().filter(fits(figure)).findFirst();
    if (run.isPresent()) {
      return new FigureState(figure, Verdict.MATCHES, run, Optional.of(run.get().phase()));
    }
    var first = matching.getFirst();
    boolean exchanged =
        figure.phase().isPresent()
            && matching.stream().noneMatch(r -> r.phase().equals(figure.phase().get()));
    return exchanged
        ? new FigureState(figure, Verdict.EXCHANGED, Optional.of(first), figure.phase())
        : new FigureState(figure, Verdict.MATCHES, Optional.of(first), Optional.of(first.phase()));
  }

  private static Predicate<RecordedRun> fits(Figure figure) {
    return run ->
        figure.route().map(run.route()::equals).orElse(true)
            && figure.phase().map(run.phase()::equals).orElse(true);
  }

  private static boolean near(double stated, double recorded, double share) {
    return Math.abs(stated - recorded) <= share * recorded;
  }
}
