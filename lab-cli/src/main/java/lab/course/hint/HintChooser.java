package lab.course.hint;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lab.check.Signs;
import lab.check.Verdict;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;
import lab.course.journal.Event;
import lab.course.journal.Progress;
import lab.course.journal.StageProgress;
import lab.course.stage.Hint;
import lab.course.stage.Misconception;
import lab.course.stage.Stage;

/** Chooses a hint for the first check that does not hold. */
public final class HintChooser {
  private final Stage stage;
  private final Progress progress;

  public HintChooser(Stage stage, Progress progress) {
    this.stage = stage;
    this.progress = progress;
  }

  /**
   * The hint to show.
   *
   * @param level the one that was asked for; empty for the one after those that were shown
   * @param check of the stage, to be helped with; empty for the first that does not hold
   * @return empty when the stage has none that fits
   */
  public Optional<Advice> choose(Optional<Integer> level, Optional<String> check) {
    var about = check.flatMap(stage::check).or(this::stuckAt);
    var signs = about.map(this::signs).orElse(List.of());
    var fitting =
        stage.hints().stream()
            .filter(hint -> fits(hint, about.map(CheckSpec::id), signs))
            .sorted(bySign(signs))
            .toList();
    return pick(fitting, level.orElse(next(fitting)))
        .map(hint ->
            new Advice(
                hint,
                about,
                hint.when().stream().filter(signs::contains).toList(),
                (int)
                    fitting.stream()
                        .mapToInt(Hint::level)
                        .distinct()
                        .filter(other -> other > hint.level())
                        .count(),
                ideas(stage, signs),
                otherFailures(about)));
  }

  /**
   * The first hint that a failed check with these signs gets: what an author's wrong answer names.
   */
  public static Optional<Hint> first(Stage stage, String check, List<String> signs) {
    return stage.hints().stream()
        .filter(hint -> fits(hint, Optional.of(check), signs))
        .min(Comparator.comparingInt(Hint::level).thenComparing(bySign(signs)));
  }

  /** Wrong ideas that signs suggest. */
  public static List<Misconception> ideas(Stage stage, List<String> signs) {
    return stage.misconceptions().stream()
        .filter(idea -> !Collections.disjoint(idea.when(), signs))
        .toList();
  }

  /** The first check that failed; where nothing was judged yet, the first that is not passed. */
  private Optional<CheckSpec> stuckAt() {
    var results = own().results();
    var failed = checksWith(results, Verdict.FAIL);
    return failed.isPresent()
        ? failed
        : stage.checks().stream()
            .filter(check ->
                results.stream()
                    .noneMatch(result ->
                        result.check().equals(check.id()) && result.verdict() == Verdict.PASS))
            .findFirst();
  }

  private List<String> otherFailures(Optional<CheckSpec> about) {
    return own().results().stream()
        .filter(result -> result.verdict() == Verdict.FAIL)
        .map(Event.Result::check)
        .filter(id -> about.filter(one -> one.id().equals(id)).isEmpty())
        .filter(id -> stage.check(id).isPresent())
        .toList();
  }

  private Optional<CheckSpec> checksWith(List<Event.Result> results, Verdict verdict) {
    return stage.checks().stream()
        .filter(check ->
            results.stream()
                .anyMatch(
                    result -> result.check().equals(check.id()) && result.verdict() == verdict))
        .findFirst();
  }

  private List<String> signs(CheckSpec check) {
    return own().results().stream()
        .filter(result -> result.check().equals(check.id()))
        .map(Event.Result::signs)
        .findFirst()
        .filter(signs -> !signs.isEmpty())
        .orElseGet(() -> signsOnRecord(check.kind()));
  }

  /** What the journal alone shows, before anything was judged. */
  private List<String> signsOnRecord(CheckKind kind) {
    return switch (kind) {
      case CheckKind.Prediction(var id, _) when !own().predictions().containsKey(id) ->
          List.of(Signs.NO_PREDICTION);
      case CheckKind.RunRecorded wanted
          when progress.runs().stream()
              .noneMatch(run -> run.scenario().equals(wanted.scenario())) ->
          List.of(Signs.NO_RUN);
      default -> List.of();
    };
  }

  private StageProgress own() {
    return progress.of(stage.number());
  }

  /** One above the highest level that was shown of these; the lowest before any was. */
  private int next(List<Hint> fitting) {
    return fitting.stream()
            .filter(hint -> own().hints().containsKey(hint.id()))
            .mapToInt(Hint::level)
            .max()
            .orElse(0)
        + 1;
  }

  private static Optional<Hint> pick(List<Hint> fitting, int level) {
    return fitting.stream()
        .filter(hint -> hint.level() >= level)
        .min(Comparator.comparingInt(Hint::level))
        .or(() -> fitting.stream().max(Comparator.comparingInt(Hint::level)));
  }

  private static boolean fits(Hint hint, Optional<String> check, List<String> signs) {
    boolean here = hint.check().isEmpty() || hint.check().equals(check);
    return here && (hint.when().isEmpty() || !Collections.disjoint(hint.when(), signs));
  }

  /** What answers to an observed sign comes first, in the order in which the judge told them. */
  private static Comparator<Hint> bySign(List<String> signs) {
    return Comparator.comparingInt((Hint hint) ->
        hint.when().stream()
            .mapToInt(signs::indexOf)
            .filter(index -> index >= 0)
            .min()
            .orElse(Integer.MAX_VALUE));
  }
}
