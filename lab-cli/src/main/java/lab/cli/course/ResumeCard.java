package lab.cli.course;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lab.course.StageState;
import lab.course.journal.Progress;
import lab.course.stage.Stage;
import picocli.CommandLine.Model.CommandSpec;

/** Where you are and what is next: what {@code lab} alone shows once you have begun. */
public final class ResumeCard {
  private final Desk desk;

  private ResumeCard(Desk desk) {
    this.desk = desk;
  }

  /** The card; empty when nothing has happened yet, or there is no course to be in. */
  public static Optional<ResumeCard> of(CommandSpec spec) {
    var desk = Desk.open(spec);
    return desk.course().stages().isEmpty() || desk.journal().progress().stage().isEmpty()
        ? Optional.empty()
        : Optional.of(new ResumeCard(desk));
  }

  /** The card as data. */
  public Map<String, Object> json() {
    var standing = desk.standing();
    var here = standing.here().orElseThrow();
    var json = new LinkedHashMap<String, Object>();
    json.put("schema", "lab/here/1");
    json.put("stage", here.id());
    json.put("title", here.title());
    json.put("state", standing.of(here).words());
    json.put("learner", standing.progress().learner().name());
    json.put(
        "done",
        standing.course().stages().stream().filter(stage -> standing.of(stage).done()).count());
    json.put("stages", standing.course().stages().size());
    json.put("next", next(standing.of(here)));
    return json;
  }

  /** Shows it. */
  public void show() {
    var page = new Page(desk.console());
    var ink = desk.console().ink();
    var standing = desk.standing();
    var here = standing.here().orElseThrow();
    var state = standing.of(here);
    page.blank();
    page.line(
        ink.strong("CONCURRENCY LAB")
            + standing
                .progress()
                .learner()
                .name()
                .map(name -> "   " + name + ", seed " + standing.progress().learner().seed())
                .orElse(""));
    page.line(new StageTable(standing, ink, page.columns()).bar().strip());
    page.blank();
    page.labelled(
        "Stage",
        here.number()
            + "  "
            + here.title()
            + "   "
            + state.words()
            + ", "
            + standing.passedChecks(here)
            + " of "
            + here.checks().size()
            + " checks");
    lastRun(standing.progress()).ifPresent(run -> page.labelled("Last run", run));
    reopened(page);
    page.labelled("Next", ink.name(next(state)));
    if (!state.done()) {
      page.labelled("Stuck", ink.name("lab hint") + "   all stages: " + ink.name("lab list"));
    }
    page.blank();
  }

  private void reopened(Page page) {
    var standing = desk.standing();
    var open =
        standing.course().stages().stream()
            .filter(stage -> standing.of(stage) == StageState.REOPENED)
            .map(Stage::number)
            .toList();
    if (!open.isEmpty()) {
      page.labelled(
          "Again",
          "Open again, because this version judges more: "
              + String.join(", ", open)
              + ".   lab verify "
              + open.getFirst());
    }
  }

  private static Optional<String> lastRun(Progress progress) {
    return progress.runs().isEmpty()
        ? Optional.empty()
        : Optional.of(progress.runs().getLast())
            .map(run ->
                run.id()
                    + "  "
                    + run.scenario()
                    + "  "
                    + run.upstream()
                    + "   lab show "
                    + run.id());
  }

  private static String next(StageState state) {
    return state.done()
        ? "lab next"
        : "lab next shows what is to be done; lab verify says whether it is";
  }
}
