package lab.cli.course;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;
import lab.course.StageState;
import lab.course.files.StageFiles.Done;
import lab.course.stage.OwnedFile;
import lab.course.stage.Question;
import lab.course.stage.Stage;
import lab.course.stage.StageText;
import lab.screen.Wrap;

/** What a stage is about and what is to be done. */
final class Briefing {
  private static final String SHORT_TRACK = "workshop-90";

  private final Desk desk;
  private final Stage stage;
  private final Page page;

  Briefing(Desk desk, Stage stage) {
    this.desk = desk;
    this.stage = stage;
    this.page = new Page(desk.console());
  }

  /** Shows it; {@code done} says what was made ready. */
  void show(Done done) {
    var ink = desk.console().ink();
    var standing = desk.standing();
    page.blank();
    page.text(
        ink.strong("STAGE " + stage.number() + "  " + stage.title())
            + "   "
            + Wrap.unbroken("about " + stage.length().toMinutes() + " min")
            + "   "
            + needs());
    var text = StageText.of(stage);
    if (!text.goal().isEmpty()) {
      page.labelled("Goal", text.goal());
    }
    stage
        .predictions()
        .forEach(one -> {
          var made = standing.progress().of(stage.number()).predictions().get(one.id());
          page.labelled(
              "Predict", one.ask() + (made == null ? "" : "  You said " + made.value() + "."));
          if (made == null) {
            page.labelled(
                "",
                ink.name(
                        "lab predict "
                            + (stage.predictions().size() > 1 ? one.id() + " " : "")
                            + "NUMBER")
                    + "   ("
                    + one.unit()
                    + "; it is locked then)");
          }
        });
    runs();
    stage.questions().forEach(this::question);
    files(done);
    checks();
    page.labelled("Read", ink.name("lab explain " + stage.number()) + "   the whole text");
    new Reading(desk, stage)
        .file()
        .ifPresent(file -> page.labelled("", Link.to(desk.console(), file)));
    shortcut();
    page.blank();
    lastLine(standing.of(stage));
    page.blank();
  }

  /** Who has no time for all of it is told where the short way through the course goes on. */
  private void shortcut() {
    if (stage.tracks().contains(SHORT_TRACK)) {
      return;
    }
    var stages = desk.course().stages();
    stages.subList(stages.indexOf(stage), stages.size()).stream()
        .filter(later -> later.tracks().contains(SHORT_TRACK))
        .filter(later -> !desk.standing().of(later).done())
        .findFirst()
        .ifPresent(later ->
            page.labelled(
                "Short",
                desk.console().ink().name("lab goto " + later.number())
                    + "   the short track goes on with "
                    + later.title()));
  }

  /** The same as data, to which its caller may add. */
  Map<String, Object> json() {
    var standing = desk.standing();
    var json = new LinkedHashMap<String, Object>();
    json.put("schema", "lab/stage/1");
    json.put("stage", stage.id());
    json.put("title", stage.title());
    json.put("state", standing.of(stage).words());
    json.put("minutes", stage.length().toMinutes());
    json.put("needs", stage.needs());
    json.put("goal", StageText.of(stage).goal());
    json.put("files", stage.owns().stream().map(OwnedFile::path).toList());
    json.put(
        "predictions",
        stage.predictions().stream()
            .map(one -> Map.of("id", one.id(), "ask", one.ask(), "unit", one.unit()))
            .toList());
    json.put(
        "questions",
        stage.questions().stream()
            .map(one -> Map.of("id", one.id(), "ask", one.ask(), "choices", one.options()))
            .toList());
    json.put(
        "checks",
        stage.checks().stream()
            .map(one -> Map.of("id", one.id(), "title", one.title(), "points", one.points()))
            .toList());
    json.put("text", StageText.of(stage).text());
    json.put("readme", new Reading(desk, stage).file().map(Object::toString));
    return json;
  }

  private String needs() {
    if (stage.needs().isEmpty()) {
      return "";
    }
    var standing = desk.standing();
    return "needs "
        + stage.needs().stream()
            .flatMap(number -> desk.course().stage(number).stream())
            .map(needed -> needed.number() + " [" + standing.of(needed).words() + "]")
            .collect(Collectors.joining(", "));
  }

  private void runs() {
    for (var check : stage.checks()) {
      if (check.kind() instanceof CheckKind.RunRecorded run) {
        run.asked()
            .forEach(asked -> page.labelled("Run", desk.console().ink().name(asked.command())));
      }
    }
  }

  private void question(Question question) {
    page.labelled(
        "Answer",
        question.ask() + "  (" + question.id() + ": in " + relative("answers.yaml") + ")");
    question.options().forEach((key, words) -> page.labelled("", key + "  " + words));
  }

  private void files(Done done) {
    if (!stage.owns().isEmpty()) {
      page.labelled(
          "Files", stage.owns().stream().map(OwnedFile::path).collect(Collectors.joining("  ")));
    }
    done.snapshot()
        .ifPresent(id ->
            page.labelled(
                "",
                "Made ready: "
                    + String.join(", ", done.changed())
                    + ". Before: snapshot "
                    + id
                    + "; lab undo puts it back."));
    if (done.left().isEmpty()) {
      return;
    }
    page.labelled(
        "",
        "Your own "
            + String.join(" and ", done.left())
            + (done.left().size() == 1 ? " stays" : " stay")
            + ". The starter of this stage: lab reset "
            + stage.number()
            + " (yours is kept).");
  }

  private void checks() {
    var shown =
        stage.checks().stream().filter(check -> !check.hidden()).map(CheckSpec::title).toList();
    int hidden = stage.checks().size() - shown.size();
    var what = String.join("; ", shown) + (hidden == 0 ? "" : "; and " + hidden + " more");
    page.labelled(
        "Done",
        "when lab verify shows "
            + stage.checks().size()
            + " of "
            + stage.checks().size()
            + ": "
            + what
            + ".");
    List<String> later =
        stage.checks().stream()
            .filter(check -> !BuiltKinds.judges(check.kind()))
            .map(CheckSpec::id)
            .toList();
    if (!later.isEmpty()) {
      page.labelled(
          "",
          "Not judged in this version: "
              + String.join(", ", later)
              + ". The stage opens again when they are.");
    }
  }

  private void lastLine(StageState state) {
    var ink = desk.console().ink();
    if (!state.done()) {
      page.text(
          Wrap.unbroken(ink.name("lab verify"))
              + "   "
              + Wrap.unbroken("Stuck: " + ink.name("lab hint"))
              + "   "
              + Wrap.unbroken("All stages: " + ink.name("lab list")));
      return;
    }
    page.text(
        "This stage is "
            + state.words()
            + ".   "
            + Wrap.unbroken(ink.name("lab next") + " goes on"));
    if (desk.standing().mayCompare(stage)) {
      page.text("The reference answer: solutions/" + stage.id());
    }
  }

  private String relative(String file) {
    return "exercises/" + stage.id() + "/" + file;
  }
}
