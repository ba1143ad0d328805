package lab.course;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;
import lab.course.stage.ClaimHints;
import lab.course.stage.Hint;
import lab.course.stage.Stage;
import lab.course.yaml.Faults;

/**
 * Help that would never come: a check without a question, a pointer and a step, a hint or a
 * misconception whose signs nothing gives, a prediction before a run that nobody is asked to make.
 */
final class HelpLint {
  private static final List<String> LEVELS = List.of("a question", "a pointer", "a step");

  private final Stage stage;
  private final String file;
  private final Faults faults;

  /**
   * A look at one stage.
   *
   * @param file its stage.yaml, as it is shown
   * @param faults told what is found
   */
  HelpLint(Stage stage, String file, Faults faults) {
    this.stage = stage;
    this.file = file;
    this.faults = faults;
  }

  void look() {
    stage.checks().forEach(this::levels);
    var lines = stage.lines();
    for (var hint : stage.hints()) {
      signs(lines.hint(hint.id()), "hint '" + hint.id() + "'", hint.when(), hint.check());
    }
    for (var idea : stage.misconceptions()) {
      var what = "misconception '" + idea.id() + "'";
      signs(lines.misconception(idea.id()), what, idea.when(), idea.check());
    }
    stage.checks().forEach(this::before);
  }

  private void levels(CheckSpec check) {
    if (check.points() == 0 || check.kind() instanceof CheckKind.Causality) {
      // Causality waits for all the others and fails no learner: it shows what each edit bought.
      return;
    }
    var levels =
        stage.hints().stream()
            .filter(hint -> hint.check().isEmpty() || hint.check().get().equals(check.id()))
            .map(Hint::level)
            .toList();
    for (int level = 1; level <= Hint.LEVELS; level++) {
      if (!levels.contains(level)) {
        fault(
            stage.lines().check(check.id()),
            "The check '" + check.id() + "' has no hint of level " + level + ".",
            "Add " + LEVELS.get(level - 1) + ": a hint with check: " + check.id() + ".");
      }
    }
  }

  /** Each sign that is waited for must be one that the checks in question can give. */
  private void signs(int line, String what, List<String> when, Optional<String> check) {
    var givers =
        stage.checks().stream()
            .filter(one -> check.isEmpty() || check.get().equals(one.id()))
            .toList();
    if (givers.isEmpty()
        || givers.stream().anyMatch(one -> one.kind() instanceof CheckKind.NotInThisVersion)) {
      // A name that no check has is told by the reader; what a later version's kind can give, only
      // that version knows.
      return;
    }
    var given = new TreeSet<String>();
    givers.forEach(one -> given.addAll(given(one)));
    for (var sign : when) {
      if (!given.contains(sign)) {
        fault(
            line,
            "The %s waits for '%s', which %s."
                .formatted(
                    what,
                    sign,
                    check
                        .map(id -> "the check '" + id + "' cannot give")
                        .orElse("no check of this stage can give")),
            "One of: " + String.join(", ", given) + ".");
      }
    }
  }

  private Set<String> given(CheckSpec check) {
    var signs = new TreeSet<>(check.kind().signs());
    signs.addAll(ClaimHints.claims(stage.folder(), List.of(check)));
    return signs;
  }

  /** Whoever has predicted is sent to that run, so it must be one that counts. */
  private void before(CheckSpec check) {
    if (!(check.kind() instanceof CheckKind.Prediction(_, var before))) {
      return;
    }
    var asked =
        stage.checks().stream()
            .map(CheckSpec::kind)
            .filter(CheckKind.RunRecorded.class::isInstance)
            .flatMap(kind -> ((CheckKind.RunRecorded) kind).asked().stream())
            .toList();
    before
        .filter(run ->
            asked.stream()
                .noneMatch(one -> one.isMadeBy(run.scenario(), run.upstream(), run.blockingFeed())))
        .ifPresent(run ->
            fault(
                stage.lines().check(check.id()),
                "The check '%s' comes before %s, and no check asks for that run."
                    .formatted(check.id(), run.command()),
                "Name a run that a check of kind run-recorded asks for, or add such a check."));
  }

  private void fault(int line, String text, String next) {
    faults.add(file, line, text, next);
  }
}
