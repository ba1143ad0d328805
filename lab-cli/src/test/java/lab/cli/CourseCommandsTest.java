package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lab.check.Verdict;
import lab.course.SmallCourse;
import lab.course.journal.Event;
import lab.course.stage.Vocabulary;
import lab.load.plan.Arrivals;
import lab.load.plan.Lane;
import lab.run.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CourseCommandsTest {
  @TempDir Path folder;
  private SmallCourse course;

  private record Done(int exit, String out, String err) {
    JsonNode json() {
      return JsonMapper.builder().build().readTree(out);
    }
  }

  @BeforeEach
  void makeCourse() throws IOException {
    course = SmallCourse.in(folder.resolve("lab"));
  }

  private Done lab(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var all = new ArrayList<>(List.of(words));
    all.add("--root");
    all.add(course.root().toString());
    int exit =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    return new Done(exit, out.toString(), err.toString());
  }

  private void pass(String stage, String... checks) {
    var results =
        List.of(checks).stream()
            .map(check -> new Event.Result(check, Verdict.PASS, List.of()))
            .toList();
    course.journal().append(new Event.Verified(stage, Optional.empty(), results, true, false));
  }

  @Test
  void nextBeginsWithTheFirstStageAndGoesOnOnlyOncePassed() {
    var first = lab("next");
    assertThat(first.exit()).isZero();
    assertThat(first.out())
        .contains(
            "STAGE 01  First",
            "Count 2 workers.",
            "lab predict NUMBER",
            "exercises/01-first/answers.yaml")
        .doesNotContain("\u001b");
    assertThat(lab("next").out()).contains("STAGE 01");
    assertThat(lab("next", "+1").exit()).isEqualTo(5);
    assertThat(lab("next", "02").err())
        .contains("locked  02 Second: first pass 01 First.", "lab goto 02 --reference");

    pass("01", "guessed", "counted");
    assertThat(lab("next").out()).contains("STAGE 02  Second", "needs 01 [done]");
    assertThat(lab("next", "-1").out()).contains("STAGE 01");
    assertThat(course.journal().progress().stage()).as("a look back moves nobody").contains("02");
  }

  @Test
  void aWrongNameIsAnsweredWithTheStagesAndHowFarTheyAre() {
    var done = lab("next", "frist");

    assertThat(done.exit()).isEqualTo(2);
    assertThat(done.err())
        .contains("There is no stage 'frist'.", ">      01-first", "+1  02-second", "+2  03-third");
  }

  @Test
  void aPredictionIsLockedOnceItIsOnRecord() {
    lab("next");
    assertThat(lab("predict", "many").exit()).isEqualTo(2);
    assertThat(lab("predict", "0,5").out())
        .contains("Locked: guess = 0.5 workers", "lab run incident");
    var again = lab("predict", "2");
    assertThat(again.exit()).isEqualTo(5);
    assertThat(again.err()).contains("You predicted 0.5 workers");
    assertThat(lab("predict", "gess", "1").err())
        .contains("asks for no prediction 'gess'. It asks for: guess.");
    assertThat(course.journal().progress().of("01").predictions().values())
        .extracting("value")
        .containsExactly("0.5");
  }

  @Test
  void aPredictionAfterTheRunIsKeptAndCalledLate() {
    lab("next");
    course.journal().append(new Event.Ran("r-0001", "incident", "as-is", true));
    assertThat(lab("predict", "2").out()).contains("You have measured already (r-0001)");
  }

  @Test
  void hintsGoUpOneLevelAtATimeAndAreOnRecord() {
    pass("01", "guessed", "counted");
    lab("next", "02");
    assertThat(lab("hint").out()).contains("HINT 1 of 3, a question", "Which line?", "2 more");
    assertThat(lab("hint").out()).contains("Look at 2 workers.");
    assertThat(lab("hint", "--level", "3").out()).contains("Do it.", "none for this check");
    assertThat(lab("hint", "--level", "4").exit()).isEqualTo(2);
    assertThat(lab("hint", "03").exit()).isEqualTo(5);
    assertThat(course.journal().progress().of("02").hints().keySet())
        .containsExactly("any", "deeper", "deepest");
    assertThat(course.journal().progress().stage()).contains("02");
  }

  @Test
  void listShowsEveryStageAsATableAndAsJson() {
    lab("next");
    assertThat(lab("list", "--plain").out())
        .contains("> 01  First", "in progress", "locked", "needs 01", "0/6 checks");
    var json = lab("list", "--json").json();
    assertThat(json.path("stages").get(0).path("here").asBoolean()).isTrue();
    assertThat(json.path("stages").get(2).path("state").asString()).isEqualTo("locked");
  }

  @Test
  void resetAsksAndIsRefusedWhereNobodyCanAnswer() throws IOException {
    lab("next");
    course.write("exercises/01-first/answers.yaml", "workers: 7\n");
    var refused = lab("reset", "--no-input");
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err()).contains("--yes");
    assertThat(course.read("exercises/01-first/answers.yaml")).isEqualTo("workers: 7\n");

    assertThat(lab("reset", "01", "--yes").out())
        .contains("Reset: exercises/01-first/answers.yaml", "snapshot s-0001");
    assertThat(course.read("exercises/01-first/answers.yaml")).isEqualTo("workers:\n");
    assertThat(lab("undo").out()).contains("Undone: reset 01");
    assertThat(course.read("exercises/01-first/answers.yaml")).isEqualTo("workers: 7\n");
  }

  @Test
  void undoWithoutAnActSaysSo() {
    var done = lab("undo");
    assertThat(done.exit()).isEqualTo(1);
    assertThat(done.out()).contains("Nothing to undo");
  }

  @Test
  void gotoIsLockedUnlessTheReferenceIsAskedFor() throws IOException {
    assertThat(lab("goto", "03").exit()).isEqualTo(5);
    var done = lab("goto", "03", "--reference");
    assertThat(done.exit()).isZero();
    assertThat(done.err()).contains("Assisted: 01-first, 02-second.", "snapshot s-0001");
    assertThat(done.out()).contains("STAGE 03", "[assisted]");
    assertThat(course.read("exercises/01-first/answers.yaml")).isEqualTo("workers: 2\n");
  }

  @Test
  void aNameGivesNumbersThatTheBriefingShows() {
    var done = lab("init", "--learner", "ada", "--json").json();
    int workers = done.path("incident").path("workers").asInt();
    assertThat(lab("init", "--learner", "../x").exit()).isEqualTo(2);
    assertThat(lab("next").out()).contains("Count " + workers + " workers.");
    assertThat(lab().out()).contains("ada, seed 795A", "Stage    01", "lab next");
  }

  @Test
  void progressGoesToAnotherCheckoutAndWhatWasThereIsSetAside() throws IOException {
    lab("next");
    course.write("exercises/01-first/answers.yaml", "workers: 2\n");
    var zip = folder.resolve("progress.zip");
    assertThat(lab("state", "export", zip.toString()).exit()).isZero();
    assertThat(lab("state", "export", zip.toString()).err()).contains("is there already");

    course = SmallCourse.in(folder.resolve("other"));
    lab("init", "--learner", "bob");
    assertThat(lab("state", "import", zip.toString(), "--no-input").exit()).isEqualTo(4);
    assertThat(lab("state", "import", zip.toString(), "--yes").out())
        .contains("Taken in: 2 events", "before-import-1");
    assertThat(course.read("exercises/01-first/answers.yaml")).isEqualTo("workers: 2\n");
    assertThat(course.journal().progress().stage()).contains("01");
    assertThat(course.state().resolve("before-import-1/journal.ndjson")).content().contains("bob");
    lab("undo");
    assertThat(course.read("exercises/01-first/answers.yaml")).isEqualTo("workers:\n");
  }

  @Test
  void anArchiveThatReachesOutOfTheCheckoutIsRefusedBeforeAnythingChanges() throws IOException {
    var zip = folder.resolve("evil.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("journal.ndjson"));
      out.write('\n');
      out.putNextEntry(new ZipEntry("files/../../evil"));
      out.write('x');
    }
    var done = lab("state", "import", zip.toString(), "--yes");
    assertThat(done.exit()).isEqualTo(4);
    assertThat(done.err()).contains("which is no part of a progress");
    assertThat(folder.resolve("evil")).doesNotExist();
    assertThat(course.state()).doesNotExist();
  }

  @Test
  void explainHasPagesForStagesChecksHintsKindsAndVerdicts() {
    assertThat(lab("explain", "01").out()).contains("Count 2 workers.");
    assertThat(lab("explain", "02/loads").out()).contains("02/loads: It loads", "nginx-loads");
    assertThat(lab("explain", "counted").out()).contains("01/counted: You counted");
    assertThat(lab("explain", "02/slow").out())
        .contains("a question", "late")
        .doesNotContain("Who waits?");
    assertThat(lab("explain", "inconclusive").out()).contains("too noisy to tell");
    var unknown = lab("explain", "inconclusve");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("Did you mean inconclusive?");
  }

  @Test
  void openPrintsThePathWhereNobodySits() {
    assertThat(lab("open").out())
        .contains("exercises/01-first/answers.yaml")
        .doesNotContain("\u001b");
    assertThat(lab("open", "nowhere.txt").exit()).isEqualTo(4);
  }

  @Test
  void showAndDiffNameTheRunsThatThereAre() {
    assertThat(lab("show", "r-0009").err())
        .contains("There is no run 'r-0009'.", "lab run incident");
    assertThat(lab("show", "../../etc").exit()).isEqualTo(4);
    assertThat(lab("diff", "1", "2").exit()).isEqualTo(4);
  }

  @Test
  void aNewStageHasNoFaultsAndAnOldOneIsNotWrittenOver() {
    assertThat(lab("dev", "new", "14-rate-limits").exit()).isZero();
    assertThat(lab("dev", "stages").out()).doesNotContain("14-rate-limits");
    assertThat(lab("explain", "14").out()).contains("14 Rate limits");
    assertThat(lab("dev", "new", "14-rate-limits").exit()).isEqualTo(4);
    assertThat(lab("dev", "new", "Rate").exit()).isEqualTo(2);
  }

  @Test
  void faultsOfStagesAreListedByFileAndLine() throws IOException {
    course.write(
        "exercises/02-second/stage.yaml",
        course.read("exercises/02-second/stage.yaml").replace("minutes: 5", "minuts: 5"));
    var done = lab("dev", "stages");
    assertThat(done.exit()).isEqualTo(1);
    assertThat(done.out())
        .contains(
            "exercises/02-second/stage.yaml:3: 'minuts' is no key of a stage.",
            "Did you mean 'minutes'?");
    assertThat(lab("next").exit()).isEqualTo(4);
  }

  @Test
  void theReferenceForAuthorsKnowsEveryKind() {
    var kinds = lab("dev", "kinds", "--json").json().path("kinds");
    assertThat(kinds.propertyNames()).containsAll(Vocabulary.KINDS);
    assertThat(lab("dev", "kinds").out()).contains("### capacity-plan", "`{sync-capacity}` 0.8");
  }

  @Test
  void aStageMayNameJustTheScenariosAndLanesThatThereAre() {
    for (var scenario : Scenario.values()) {
      var options =
          new Scenario.Options(
              Optional.empty(), Optional.empty(), Optional.empty(), Arrivals.CONSTANT, 1);
      assertThat(Vocabulary.SCENARIOS.get(scenario.label()))
          .containsExactlyInAnyOrderElementsOf(
              scenario.plan(options).lanes().stream().map(Lane::name).toList());
    }
    assertThat(Vocabulary.SCENARIOS).hasSize(Scenario.values().length);
  }

  @Test
  void aDamagedJournalIsToldAndTheWayGoesOn() throws IOException {
    lab("next");
    Files.writeString(
        course.state().resolve("journal.ndjson"), "{\"n\":3", StandardOpenOption.APPEND);
    var done = lab("next");
    assertThat(done.exit()).isZero();
    assertThat(done.err()).contains("note  The last line of the journal was cut off");
    assertThat(done.out()).contains("STAGE 01");
  }

  @Test
  void completionKnowsTheCommands() {
    assertThat(lab("completion", "bash").out()).contains("predict", "complete -F _complete_lab");
    assertThat(lab("completion", "zsh").out()).contains("bashcompinit", "predict");
    assertThat(lab("completion", "fish").out()).contains("-a 'predict'");
    assertThat(lab("completion", "tcsh").exit()).isEqualTo(2);
  }
}
