package lab.findings.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lab.findings.figures.FigureState.Verdict;

/**
 * Compares stated figures with recorded runs: counts exactly, times and rates within 5 percent.
 * Only a figure that says which run or which time it is of can contradict one.
 */
public final class FigureChecker {
  private static final double ROUNDING = 0.05;
  private static final double FAR_OFF = 0.15;
  private static final double PERCENT_POINTS = 0.6;
  private static final int SMALLEST_COUNT = 10;

  private final List<RecordedRun> counted;
  private final List<RecordedRun> spoilt;

  public FigureChecker(List<RecordedRun> runs) {
    this.counted = runs.stream().filter(RecordedRun::stands).toList();
    this.spoilt = runs.stream().filter(run -> !run.stands()).toList();
  }

  /** The figures that can be judged, each with its state; the others are left out. */
  public List<FigureState> check(List<Figure> figures) {
    var states = new ArrayList<FigureState>();
    figures.forEach(figure -> state(figure).ifPresent(states::add));
    return List.copyOf(states);
  }

  private Optional<FigureState> state(Figure figure) {
    var state = beside(figure, counted);
    if (state.filter(FigureChecker::isTold).isPresent()) {
      return state;
    }
    var verification = cited(figure).filter(run -> run.route().isEmpty());
    if (verification.isPresent()) {
      return state.map(_ -> compared(figure, Verdict.NOT_COUNTED, verification.get(), Double.NaN));
    }
    return beside(figure, spoilt)
        .filter(other -> other.agrees() || (figure.cited().isPresent() && other.run().isPresent()))
        .map(FigureState::notCounted)
        .or(() -> state);
  }

  /** The run named beside a figure, if it is one that does not count. */
  private Optional<RecordedRun> cited(Figure figure) {
    return figure
        .cited()
        .flatMap(id -> spoilt.stream().filter(run -> run.run().equals(id)).findFirst());
  }

  /** Whether runs that count have settled it. */
  private static boolean isTold(FigureState state) {
    return state.verdict() != Verdict.NO_SUCH_RUN && state.verdict() != Verdict.CONTRADICTS;
  }

  private static Optional<FigureState> beside(Figure figure, List<RecordedRun> runs) {
    var candidates =
        figure
            .cited()
            .map(id -> runs.stream().filter(run -> run.run().equals(id)).toList())
            .orElse(runs);
    if (candidates.isEmpty() && figure.cited().isPresent()) {
      return figure.kind() == Figure.Kind.SHARE ? Optional.of(without(figure)) : Optional.empty();
    }
    return switch (figure.kind()) {
      case SHARE -> share(figure, candidates);
      case COUNT ->
          figure.value() < SMALLEST_COUNT || figure.phase().isEmpty()
              ? Optional.empty()
              : only(figure, candidates, run -> run.ok() == Math.round(figure.value()));
      case PERCENT -> only(figure, candidates, run -> isShare(run, figure.value()));
      case P50_MILLIS -> time(figure, candidates, "p50_ms");
      case P95_MILLIS -> time(figure, candidates, "p95_ms");
      case PER_SECOND ->
          figure.phase().isEmpty() && figure.cited().isEmpty()
              ? Optional.empty() // most rates are demand or capacity, not what a run measured
              : only(
                  figure,
                  candidates,
                  run ->
                      run.recorded("throughput_rps")
                          .anyMatch(r -> near(figure.value(), r, ROUNDING)));
    };
  }

  private static boolean isShare(RecordedRun run, double percent) {
    return Math.abs(run.percent() - percent) <= PERCENT_POINTS
        || Math.abs(100 - run.percent() - percent) <= PERCENT_POINTS;
  }

  private static Optional<FigureState> share(Figure figure, List<RecordedRun> candidates) {
    var sameSize =
        candidates.stream().filter(run -> run.sent() == Math.round(figure.total())).toList();
    long count = Math.round(figure.value());
    var matching =
        sameSize.stream()
            .filter(run -> run.counts(count, figure.ended()) && mayBeOf(figure, run))
            .toList();
    if (!matching.isEmpty()) {
      return Optional.of(matched(figure, matching));
    }
    if (figure.total() < SMALLEST_COUNT) {
      return Optional.empty();
    }
    return Optional.of(
        contradicted(figure, sameSize)
            .min(Comparator.comparingLong(run -> Math.abs(recorded(figure, run) - count)))
            .map(run -> compared(figure, Verdict.CONTRADICTS, run, (double) recorded(figure, run)))
            .orElseGet(() -> without(figure)));
  }

  /** A run that sent all to another model does not show how it was before. */
  private static boolean mayBeOf(Figure figure, RecordedRun run) {
    return run.isOfTheIncident() || figure.phase().filter("before"::equals).isEmpty();
  }

  private static long recorded(Figure figure, RecordedRun run) {
    return figure.ended() == Figure.End.BADLY ? run.sent() - run.ok() : run.ok();
  }

  private static boolean isBound(Figure figure) {
    return figure.cited().isPresent() || figure.phase().isPresent();
  }

  /** The runs that a figure must be one of, if it says so: those of its time and of one route. */
  private static Stream<RecordedRun> contradicted(Figure figure, List<RecordedRun> sameSize) {
    var fitting = sameSize.stream().filter(fits(figure)).toList();
    if (figure.cited().isPresent()) {
      return (fitting.isEmpty() ? sameSize : fitting).stream();
    }
    boolean isBound =
        isBound(figure) && fitting.stream().map(RecordedRun::route).distinct().count() == 1;
    return isBound ? fitting.stream() : Stream.empty();
  }

  private static Optional<FigureState> time(
      Figure figure, List<RecordedRun> candidates, String measure) {
    var bound =
        candidates.stream()
            .filter(run -> run.recorded(measure).findAny().isPresent())
            .filter(fits(figure))
            .toList();
    var matching =
        bound.stream()
            .filter(run -> run.recorded(measure).anyMatch(ms -> near(figure.value(), ms, ROUNDING)))
            .toList();
    if (!matching.isEmpty()) {
      return Optional.of(matched(figure, matching));
    }
    return figure.route().isEmpty() || bound.isEmpty()
        ? Optional.empty()
        : Optional.of(nearest(figure, bound, measure))
            .filter(near -> near.verdict() == Verdict.CLOSE || isBound(figure));
  }

  private static FigureState nearest(Figure figure, List<RecordedRun> bound, String measure) {
    var run =
        bound.stream()
            .min(Comparator.comparingDouble(each -> distance(figure, each, measure)))
            .orElseThrow();
    double recorded =
        run.recorded(measure)
            .boxed()
            .min(Comparator.comparingDouble(ms -> Math.abs(ms - figure.value())))
            .orElse(Double.NaN);
    var verdict = near(figure.value(), recorded, FAR_OFF) ? Verdict.CLOSE : Verdict.CONTRADICTS;
    return compared(figure, verdict, run, recorded);
  }

  private static double distance(Figure figure, RecordedRun run, String measure) {
    return run.recorded(measure)
        .map(ms -> Math.abs(ms - figure.value()))
        .min()
        .orElse(Double.MAX_VALUE);
  }

  private static Optional<FigureState> only(
      Figure figure, List<RecordedRun> candidates, Predicate<RecordedRun> agrees) {
    return candidates.stream()
        .filter(agrees)
        .filter(fits(figure))
        .findFirst()
        .map(run -> matched(figure, List.of(run)));
  }

  private static FigureState matched(Figure figure, List<RecordedRun> matching) {
    var run = matching.stream().filter(fits(figure)).findFirst();
    if (run.isPresent()) {
      return agreeing(figure, run.get());
    }
    var first = matching.getFirst();
    boolean exchanged =
        figure.phase().isPresent()
            && first.isOfTheIncident()
            && matching.stream().noneMatch(r -> r.phase().equals(figure.phase().get()));
    return exchanged
        ? compared(figure, Verdict.EXCHANGED, first, figure.value())
        : agreeing(figure, first);
  }

  /** A run that sent all to another model shows how it is after, where the author says so. */
  private static FigureState agreeing(Figure figure, RecordedRun run) {
    var phase = run.isOfTheIncident() ? Optional.of(run.phase()) : afterIn(figure, run);
    return new FigureState(figure, Verdict.MATCHES, Optional.of(run), phase, figure.value());
  }

  private static Optional<String> afterIn(Figure figure, RecordedRun run) {
    return figure.phase().filter("after"::equals).or(() -> Optional.of(run.phase()));
  }

  private static FigureState compared(
      Figure figure, Verdict verdict, RecordedRun run, double recorded) {
    return new FigureState(figure, verdict, Optional.of(run), figure.phase(), recorded);
  }

  private static FigureState without(Figure figure) {
    return new FigureState(
        figure, Verdict.NO_SUCH_RUN, Optional.empty(), figure.phase(), Double.NaN);
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
