package lab.cli.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lab.check.Signs;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;
import lab.check.spec.Slo;
import lab.course.Course;
import lab.course.stage.Hint;
import lab.course.stage.KindPages;
import lab.course.stage.Stage;
import lab.course.stage.StageText;

/** Pages about stages, their checks and hints, kinds of checks and verdicts. */
public final class CoursePages {
  private static final Map<String, String> VERDICTS =
      Map.of(
          "pass", "# pass\n\nThe claim holds. What was measured stands beside it.",
          "fail",
              "# fail\n\nThe claim does not hold, and that is yours to mend: wanted, saw, proof, why, and how to see it again stand below. Nothing is lost. Exit code 1.",
          "inconclusive",
              "# inconclusive\n\nThe machine was too noisy to tell: the traffic was late, or somebody else used the processor. It says nothing about you. A check shows it as `open`. Try again on a quieter machine: `lab doctor`. Exit code 3.",
          "env_invalid",
              "# env_invalid\n\nEven the control, which is known to work, did not do what it must. The machine or its settings are not fit; `lab doctor` says what to look at. Exit code 3.",
          "lab_error",
              "# lab_error\n\nA fault of the lab itself. Your work is not to blame; tell its makers, with the folder of the run. Exit code 70.",
          "skipped",
              "# skipped\n\nNot judged: it waits for another check, or this version of the lab cannot judge it. A stage that was passed without it opens again when it can be judged.");

  private final Course course;

  public CoursePages(Course course) {
    this.course = course;
  }

  /** What has a page, by its kind of thing. */
  public Map<String, List<String>> ids() {
    return Map.of(
        "stages", course.stages().stream().map(Stage::id).toList(),
        "checks",
            course.stages().stream()
                .flatMap(stage ->
                    stage.checks().stream().map(check -> stage.number() + "/" + check.id()))
                .toList(),
        "kinds", List.copyOf(KindPages.all().keySet()),
        "verdicts", List.copyOf(new TreeSet<>(VERDICTS.keySet())));
  }

  /** The Markdown page of a name; empty when there is none. */
  public Optional<String> page(String name) {
    var verdict =
        Optional.ofNullable(VERDICTS.get(name.toLowerCase(Locale.ROOT).replace('-', '_')));
    return verdict
        .or(() -> course.stage(name).map(stage -> StageText.of(stage).text()))
        .or(() -> ofStage(name))
        .or(() ->
            Optional.ofNullable(KindPages.all().get(name))
                .map(page -> "# " + name + "\n\n" + page));
  }

  /** A check or a hint, as NN/id or by an id that only one stage has. */
  private Optional<String> ofStage(String name) {
    int slash = name.indexOf('/');
    var stages =
        slash < 0 ? course.stages() : course.stage(name.substring(0, slash)).stream().toList();
    var id = name.substring(slash + 1);
    var pages = new ArrayList<String>();
    for (var stage : stages) {
      stage.check(id).map(check -> check(stage, check)).ifPresent(pages::add);
      stage.hints().stream()
          .filter(hint -> hint.id().equals(id))
          .map(hint -> hint(stage, hint))
          .forEach(pages::add);
    }
    return pages.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", pages));
  }

  private static String check(Stage stage, CheckSpec check) {
    var kind = kindOf(check.kind());
    var lines = new ArrayList<String>();
    lines.add("# " + stage.number() + "/" + check.id() + ": " + check.title());
    lines.add(check.rationale());
    lines.add(
        "It is of the kind "
            + kind
            + (check.kind() instanceof CheckKind.Findings
                ? " and counts for up to "
                : " and counts for ")
            + check.points()
            + (check.points() == 1 ? " point." : " points.")
            + (check.needs().isEmpty()
                ? ""
                : " It waits for " + String.join(", ", check.needs()) + "."));
    Optional.ofNullable(KindPages.all().get(kind)).ifPresent(lines::add);
    lines.add(
        check.hidden()
            ? "What it measures exactly is not shown before it is judged."
            : parameters(stage, check.kind()));
    if (!BuiltKinds.judges(check.kind())) {
      lines.add(
          "This version of the lab cannot judge it yet: it is skipped, and the stage opens again when it can.");
    }
    lines.add("Judge it alone: lab verify " + stage.number() + " --check " + check.id());
    lines.add("Help: lab hint " + stage.number() + " --check " + check.id());
    return lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n\n"));
  }

  private static String parameters(Stage stage, CheckKind kind) {
    return switch (kind) {
      case CheckKind.Traffic traffic ->
          "Here: load "
              + traffic.of()
              + ", lane "
              + traffic.lane()
              + traffic.window().map(CoursePages::window).orElse("")
              + ", "
              + slo(traffic.slo());
      case CheckKind.ServedBy served ->
          "Here: "
              + String.join(", ", served.routes())
              + "; an answer from a cache may be "
              + number(served.oldestSeconds(stage.variation().maxSeconds()))
              + " s old: "
              + number(served.freshnessSeconds())
              + " s, and one poll of up to "
              + stage.variation().maxSeconds()
              + " s while the next one is on its way.";
      case CheckKind.Prediction(_, var before) ->
          before.map(run -> "Here: before " + run.command() + ".").orElse("");
      case CheckKind.RunRecorded run ->
          "Here: "
              + run.upstreams().stream().map(run::command).collect(Collectors.joining(", "))
              + "; "
              + (run.upstreams().size() == 1 ? "" : "each ")
              + number(run.minSeconds())
              + " s or longer"
              + run.shows().map(CoursePages::shows).orElse("")
              + ".";
      default -> "";
    };
  }

  private static String window(CheckKind.Window window) {
    return ", judged from second "
        + number(window.fromSeconds())
        + " to "
        + number(window.toSeconds())
        + " of the load";
  }

  private static String shows(CheckKind.RunRecorded.Shows shows) {
    var parts = new ArrayList<String>();
    shows.failedShare().ifPresent(share -> parts.add("not answered with 2xx: " + share));
    shows.okShare().ifPresent(share -> parts.add("answered with 2xx: " + share));
    return parts.stream()
        .map(part -> "; of lane " + shows.lane() + ", " + part + " or more of all")
        .collect(Collectors.joining());
  }

  private static String number(double number) {
    return number == Math.rint(number)
        ? Long.toString(Math.round(number))
        : Double.toString(number);
  }

  private static String slo(Slo slo) {
    var parts = new ArrayList<String>();
    slo.okShare().ifPresent(share -> parts.add("answered with 2xx: " + share + " or more of all"));
    slo.tailRatio()
        .ifPresent(ratio -> parts.add("within " + number(ratio) + " times the p95 of the control"));
    slo.withinSeconds().ifPresent(seconds -> parts.add("within " + number(seconds) + " s"));
    slo.answeredShare().ifPresent(share -> parts.add("answered at all: " + share + " or more"));
    slo.liveShare()
        .ifPresent(share -> parts.add("streams alive at the end: " + share + " or more"));
    slo.tickShare().ifPresent(share -> parts.add("ticks: " + share + " or more of the control's"));
    slo.heldShare()
        .ifPresent(share ->
            parts.add(
                "every thread of its mode held by hashes: " + share + " or less of the time"));
    return String.join(", ", parts) + ".";
  }

  private static String hint(Stage stage, Hint hint) {
    return "# "
        + stage.number()
        + "/"
        + hint.id()
        + ": a "
        + Hint.word(hint.level())
        + "\n\nA hint of level "
        + hint.level()
        + hint.check().map(check -> " for the check " + check).orElse("")
        + (hint.when().isEmpty()
            ? ""
            : ", where one of these was observed: "
                + hint.when().stream()
                    .map(sign -> Signs.words(sign).orElse(sign))
                    .collect(Collectors.joining(", ")))
        + ".\n\nlab hint "
        + stage.number()
        + hint.check().map(check -> " --check " + check).orElse("")
        + " --level "
        + hint.level()
        + " shows it, when it fits what you are stuck at.";
  }

  private static String kindOf(CheckKind kind) {
    return switch (kind) {
      case CheckKind.NginxLoads _ -> "nginx-loads";
      case CheckKind.Prediction _ -> "prediction";
      case CheckKind.RunRecorded _ -> "run-recorded";
      case CheckKind.Answer _ -> "answer";
      case CheckKind.Findings _ -> "findings";
      case CheckKind.Snippet _ -> "snippet";
      case CheckKind.Traffic _ -> "traffic";
      case CheckKind.ServedBy _ -> "served-by";
      case CheckKind.Causality _ -> "causality";
      case CheckKind.CapacityPlan _ -> "capacity-plan";
      case CheckKind.NotInThisVersion(var name) -> name;
    };
  }
}
