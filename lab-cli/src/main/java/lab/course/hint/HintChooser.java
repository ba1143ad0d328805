package lab.course.hint;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lab.check.Signs;
import lab.check.Verdict;
import lab.check.spec.AskedRun;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;
import lab.course.journal.Event;
import lab.course.journal.Progress;
import lab.course.journal.StageProgress;
import lab.course.stage.Hint;
import lab.course.stage.Misconception;
import lab.course.stage.Stage;

/**
 * Chooses a hint for the first check that stands in the way.
 *
 * <p>Of each check it takes what was last seen, also where only a part of the stage was judged.
 * That is not the last word: a prediction that was made since then is on record. Of runs only a
 * verification says whether they count.
 */
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
   * @param check of the stage, to be helped with; empty for the first that stands in the way
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
                ideas(about, signs),
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

  /** Wrong ideas that the signs of a check suggest, or its failure alone. */
  private List<Misconception> ideas(Optional<CheckSpec> about, List<String> signs) {
    boolean failed = about.filter(this::hasFailed).isPresent();
    return stage.misconceptions().stream()
        .filter(idea -> isFor(idea.check(), about.map(CheckSpec::id)))
        .filter(idea -> idea.when().isEmpty() ? failed : !Collections.disjoint(idea.when(), signs))
        .toList();
  }

  /**
   * The first check that failed, or else the first that is not done. One that has a hint goes
   * before one that has none.
   */
  private Optional<CheckSpec> stuckAt() {
    var open =
        stage.checks().stream()
            .filter(check -> !isDone(check))
            .sorted(Comparator.comparing(check -> !hasFailed(check)))
            .toList();
    return open.stream().filter(this::hasHint).findFirst().or(() -> open.stream().findFirst());
  }

  private boolean hasHint(CheckSpec check) {
    var signs = signs(check);
    return stage.hints().stream().anyMatch(hint -> fits(hint, Optional.of(check.id()), signs));
  }

  private List<String> otherFailures(Optional<CheckSpec> about) {
    return stage.checks().stream()
        .filter(check -> hasFailed(check) && !about.equals(Optional.of(check)))
        .map(CheckSpec::id)
        .toList();
  }

  private boolean hasFailed(CheckSpec check) {
    return judged(check).filter(result -> result.verdict() == Verdict.FAIL).isPresent();
  }

  /** Whether it has passed, or was not judged and is on record. */
  private boolean isDone(CheckSpec check) {
    return judged(check)
        .map(result -> result.verdict() == Verdict.PASS)
        .orElseGet(() -> isOnRecord(check.kind()));
  }

  /** What became of it, unless it was a prediction that has been made since then. */
  private Optional<Event.Result> judged(CheckSpec check) {
    return own().results().stream()
        .filter(result -> result.check().equals(check.id()))
        .filter(
            result -> !(result.signs().contains(Signs.NO_PREDICTION) && isOnRecord(check.kind())))
        .findFirst();
  }

  private List<String> signs(CheckSpec check) {
    return judged(check)
        .map(Event.Result::signs)
        .filter(signs -> !signs.isEmpty())
        .orElseGet(() -> signsOnRecord(check.kind()));
  }

  /** What the journal alone shows, before anything was judged. */
  private List<String> signsOnRecord(CheckKind kind) {
    return switch (kind) {
      case CheckKind.Prediction _ when !isOnRecord(kind) -> List.of(Signs.NO_PREDICTION);
      case CheckKind.RunRecorded _ when !isOnRecord(kind) -> List.of(Signs.NO_RUN);
      default -> List.of();
    };
  }

  /** Whether the journal holds the prediction, or a whole run of each sort that is asked for. */
  private boolean isOnRecord(CheckKind kind) {
    return switch (kind) {
      case CheckKind.Prediction(var id, _) -> own().predictions().containsKey(id);
      case CheckKind.RunRecorded wanted -> wanted.asked().stream().allMatch(this::wasMade);
      default -> false;
    };
  }

  private boolean wasMade(AskedRun asked) {
    return progress.runs().stream().anyMatch(run -> run.complete() && run.mayBe(asked));
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
    return isFor(hint.check(), check)
        && (hint.when().isEmpty() || !Collections.disjoint(hint.when(), signs));
  }

  private static boolean isFor(Optional<String> named, Optional<String> check) {
    return named.isEmpty() || named.equals(check);
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
