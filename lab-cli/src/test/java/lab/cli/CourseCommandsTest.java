package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way through the course: next, predict, list, explain, open. */
class CourseCommandsTest extends OnSmallCourse {
  @Test
  void nextBeginsWithTheFirstStageAndGoesOnOnlyOncePassed() {
    var first = bench.lab("next");
    assertThat(first.exit()).isZero();
    assertThat(first.out())
        .contains(
            "STAGE 01  First",
            "Count 2 workers.",
            "lab predict NUMBER",
            "exercises/01-first/answers.yaml")
        .doesNotContain("\u001b");
    assertThat(bench.lab("next").out()).contains("STAGE 01");
    assertThat(bench.lab("next", "+1").exit()).isEqualTo(5);
    assertThat(bench.lab("next", "02").err())
        .contains("locked  02 Second: first pass 01 First.", "lab goto 02 --reference");

    bench.pass("01", "guessed", "counted");
    assertThat(bench.lab("next").out()).contains("STAGE 02  Second", "needs 01 [done]");
    assertThat(bench.lab("next", "-1").out()).contains("STAGE 01");
    assertThat(bench.course().journal().progress().stage())
        .as("a look back moves nobody")
        .contains("02");
  }

  @Test
  void theNextStartSaysWhatAKilledLabLeftUndoneAndClearsItAway() throws IOException {
    bench.lab("next");
    bench
        .course()
        .write(
            ".lab/underway/999999999.json",
            "{\"pid\": 999999999, \"started\": 1, \"command\": \"verify 01\", \"acts\": 0, \"run\": \"r-0003\"}");
    bench.course().write("exercises/01-first/.answers.yaml.lab-999999999", "half");
    assertThat(bench.lab().err().replaceAll("\\s+", " "))
        .contains(
            "note lab verify 01 was stopped before its end",
            ".lab/runs/r-0003",
            "Again: lab verify 01");
    assertThat(bench.course().root().resolve("exercises/01-first/.answers.yaml.lab-999999999"))
        .doesNotExist();
    assertThat(bench.lab().err()).doesNotContain("was stopped");
  }

  @Test
  void whatIsDoneSaysSoInLinesThatFitANarrowScreen() {
    bench.lab("next");
    bench.pass("01", "guessed", "counted");
    assertThat(bench.lab("next", "01").out().lines().toList().reversed().subList(0, 4))
        .anyMatch(line -> line.equals("  This stage is done.   lab next goes on"))
        .anyMatch(line -> line.equals("  The reference answer: solutions/01-first"));
  }

  @Test
  void atTheFinishEverythingIsLookedAtOnceMoreAndAStageThatFellComesFirst() throws IOException {
    var answers = "exercises/01-first/answers.yaml";
    bench.course().write(answers, "workers: 2\n");
    bench.pass("01", "guessed", "counted");
    bench.lab("goto", "03", "--reference", "--this");
    assertThat(bench.lab("next").out()).contains("Every stage is done.");

    bench.course().write(answers, "workers: 7\n");
    var fell = bench.lab("next");
    assertThat(fell.exit()).isEqualTo(1);
    assertThat(fell.out().replaceAll("\\s+", " "))
        .contains("the files of 01 First do not hold any more: counted.", "STAGE 01 First")
        .doesNotContain("Every stage is done", "guessed.");
    assertThat(bench.course().journal().progress().stage()).contains("01");
    var again = bench.lab("next", "--json").json();
    assertThat(again.path("finished").asBoolean(true)).isFalse();
    assertThat(again.path("fallen").get(0).asString()).isEqualTo("counted");

    bench.course().write(answers, "workers: 2\n");
    assertThat(bench.lab("next").out()).contains("Every stage is done.");
  }

  @Test
  void aWrongNameIsAnsweredWithTheStagesAndHowFarTheyAre() {
    var done = bench.lab("next", "frist");

    assertThat(done.exit()).isEqualTo(2);
    assertThat(done.err())
        .contains("There is no stage 'frist'.", ">      01-first", "+1  02-second", "+2  03-third");
  }

  @Test
  void aPredictionIsLockedOnceItIsOnRecord() {
    bench.lab("next");
    assertThat(bench.lab("predict", "many").exit()).isEqualTo(2);
    assertThat(bench.lab("predict", "-3").err()).contains("'-3' is no number from 0 up");
    assertThat(bench.lab("predict", "0,5").out())
        .contains("Locked: guess = 0.5 workers", "lab run incident");
    var again = bench.lab("predict", "2");
    assertThat(again.exit()).isEqualTo(5);
    assertThat(again.err()).contains("You predicted 0.5 workers");
    assertThat(bench.lab("predict", "gess", "1").err())
        .contains("asks for no prediction 'gess'. It asks for: guess.");
    assertThat(bench.course().journal().progress().of("01").predictions().values())
        .extracting("value")
        .containsExactly("0.5");
  }

  @Test
  void aStageLeftBehindStillTakesItsPrediction() {
    bench.pass("01", "counted");
    bench.lab("next", "02");
    assertThat(bench.lab("predict", "2").err())
        .contains("Stage 02 Second asks for no prediction.", "--stage NN");
    assertThat(bench.lab("predict", "2", "--stage", "01").out()).contains("Locked: guess = 2");
    assertThat(bench.course().journal().progress().of("01").predictions()).containsKey("guess");
    assertThat(bench.lab("predict", "2", "--stage", "99").exit()).isEqualTo(2);
  }

  @Test
  void oneCheckOfSeveralDoesNotOpenTheNextStage() {
    bench.lab("next");
    bench.lab("predict", "2");
    assertThat(bench.lab("verify", "--check", "guessed").out())
        .contains("pass  guessed", "lab verify 01 judges the rest")
        .doesNotContain("goes on");
  }

  @Test
  void severalVerificationsAreOneObjectWithTheVerdictOverAll() {
    bench.lab("next");
    var done = bench.lab("verify", "--json", "--repeat", "2");
    assertThat(done.exit()).isEqualTo(1);
    assertThat(done.out().lines().filter("{"::equals)).as("objects on stdout").hasSize(1);
    var json = done.json();
    assertThat(json.path("schema").asString()).isEqualTo("lab/verifications/1");
    assertThat(json.path("stage").asString()).isEqualTo("01-first");
    assertThat(json.path("verdict").asString()).isEqualTo("FAIL");
    assertThat(json.path("counts").path("FAIL").asInt()).isEqualTo(2);
    assertThat(json.path("verifications").get(1).path("schema").asString())
        .isEqualTo("lab/verify/1");
    assertThat(bench.lab("verify", "--repeat", "2").out()).contains("2 of 2: fail");
    assertThat(bench.lab("verify", "--json").json().path("schema").asString())
        .isEqualTo("lab/verify/1");
  }

  @Test
  void listShowsEveryStageAsATableAndAsJson() {
    bench.lab("next");
    assertThat(bench.lab("list", "--plain").out())
        .contains("> 01  First", "in progress", "locked", "needs 01", "0/6 checks");
    var json = bench.lab("list", "--json").json();
    assertThat(json.path("stages").get(0).path("here").asBoolean()).isTrue();
    assertThat(json.path("stages").get(2).path("state").asString()).isEqualTo("locked");
  }

  @Test
  void explainHasPagesForStagesChecksHintsKindsAndVerdicts() {
    assertThat(bench.lab("explain", "01").out()).contains("Count 2 workers.");
    assertThat(bench.lab("explain", "02/loads").out())
        .contains("02/loads: It loads", "nginx-loads");
    assertThat(bench.lab("explain", "counted").out()).contains("01/counted: You counted");
    assertThat(bench.lab("explain", "02/slow").out())
        .contains("a question", "late")
        .doesNotContain("Who waits?");
    assertThat(bench.lab("explain", "inconclusive").out()).contains("too noisy to tell");
    var json = bench.lab("explain", "02/loads", "--json").json();
    assertThat(json.path("schema").asString()).isEqualTo("lab/explain/1");
    assertThat(json.path("page").asString()).contains("It loads");
    var all = bench.lab("explain", "--json").json();
    assertThat(all.path("schema").asString()).isEqualTo("lab/explain/1");
    assertThat(all.path("stages").get(0).asString()).isEqualTo("01-first");
    var unknown = bench.lab("explain", "inconclusve");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("Did you mean inconclusive?");
  }

  @Test
  void openPrintsThePathWhereNobodySits() {
    assertThat(bench.lab("open").out())
        .contains("exercises/01-first/answers.yaml")
        .doesNotContain("\u001b");
    assertThat(bench.lab("open", "nowhere.txt").exit()).isEqualTo(4);
  }

  @Test
  void anEditorThatCannotBeStartedIsNamedWithAnotherWay() {
    var refused = bench.lab("open", "--edit-cmd", "no-such-editor --wait");
    assertThat(refused.exit()).isEqualTo(4);
    assertThat(refused.err())
        .contains("no-such-editor --wait", "The editor cannot be started", "Set $EDITOR");
  }

  @Test
  void completionKnowsTheCommands() {
    assertThat(bench.lab("completion", "bash").out())
        .contains("predict", "complete -F _complete_lab");
    assertThat(bench.lab("completion", "zsh").out()).contains("bashcompinit", "predict");
    assertThat(bench.lab("completion", "fish").out()).contains("-a 'predict'");
    assertThat(bench.lab("completion", "bash").out()).contains("08-reroute");
    assertThat(bench.lab("completion", "fish").out())
        .contains("-n '__fish_seen_subcommand_from verify' -a '01-meet-the-app 02-the-502s")
        .contains("-l stage -x -a '01-meet-the-app");
    assertThat(bench.lab("completion", "tcsh").exit()).isEqualTo(2);
  }

  @Test
  void aDamagedJournalIsToldAndTheWayGoesOn() throws IOException {
    bench.lab("next");
    Files.writeString(
        bench.course().state().resolve("journal.ndjson"), "{\"n\":3", StandardOpenOption.APPEND);
    var done = bench.lab("next");
    assertThat(done.exit()).isZero();
    assertThat(done.err()).contains("note  The last line of the journal was cut off");
    assertThat(done.out()).contains("STAGE 01");
  }

  @Test
  void aLockedStageIsNotVerifiedAndTheNextStepIsSaid() {
    bench.lab("next");
    for (var words :
        List.of(
            List.of("verify", "02"),
            List.of("verify", "02", "--fast"),
            List.of("verify", "03", "--check", "loads"))) {
      var done = bench.lab(words.toArray(String[]::new));
      assertThat(done.exit()).isEqualTo(5);
      assertThat(done.err()).contains("locked  ", "first pass ", "lab goto ");
      assertThat(done.out()).isEmpty();
    }
    assertThat(bench.lab("verify", "02", "--json").json().path("needs").get(0).asString())
        .isEqualTo("01-first");
    assertThat(bench.course().state().resolve("runs")).doesNotExist();
    assertThat(bench.course().journal().progress().of("02").last()).isEmpty();
  }

  @Test
  void aPredictionComesBackBesideTheTruthOnceTheStageHasPassed() throws IOException {
    bench.lab("next");
    bench.lab("predict", "8");
    var open = bench.lab("verify");
    assertThat(open.exit()).isEqualTo(1);
    assertThat(open.out()).contains("you said 8").doesNotContain("it is 2");
    bench.course().write("exercises/01-first/answers.yaml", "workers: 2\n");
    var passed = bench.lab("verify");
    assertThat(passed.exit()).isZero();
    var words = "You said 8 workers; it is 2: you expected 4 times as many. There are two.";
    assertThat(passed.out()).contains(words);
    assertThat(bench.lab("show", "latest").out()).contains(words, "pass  guessed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "show r-9999",
        "show latest",
        "show check-feed",
        "diff r-0001 r-9999",
        "undo s-9999",
        "undo elsewhere",
        "reset 01 --no-input",
        "dev flake 01 --first"
      })
  void whatCannotBeDoneAsItWasAskedForIsUsageAndNoFaultOfTheMachine(String words) {
    bench.lab("next");
    assertThat(bench.lab(words.split(" ")).exit()).isEqualTo(2);
  }

  @Test
  void aFastPassIsNoRunAndWhatAKilledOneLeftBehindHoldsNobodyUp() throws IOException {
    bench.lab("next");
    var state = bench.course().state();
    Files.createSymbolicLink(state.resolve("latest.watch"), Path.of("watch"));
    var done = bench.lab("watch", "--once");
    assertThat(done.exit()).isEqualTo(1);
    assertThat(done.out()).contains("0 of 2 fast checks hold");
    assertThat(state.resolve("latest")).doesNotExist();
    assertThat(state.resolve("runs")).doesNotExist();
  }
}
