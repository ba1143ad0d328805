package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lab.course.stage.Vocabulary;
import lab.load.plan.Arrivals;
import lab.load.plan.Lane;
import lab.run.Scenario;
import org.junit.jupiter.api.Test;

/** The commands of authors that start nothing. */
class AuthorCommandsTest extends OnSmallCourse {
  @Test
  void aNewStageHasNoFaultsAndAnOldOneIsNotWrittenOver() {
    assertThat(bench.lab("dev", "new", "14-rate-limits").exit()).isZero();
    assertThat(bench.lab("dev", "stages").out()).doesNotContain("14-rate-limits");
    assertThat(bench.lab("explain", "14").out()).contains("14 Rate limits");
    assertThat(bench.lab("dev", "new", "14-rate-limits").exit()).isEqualTo(4);
    assertThat(bench.lab("dev", "new", "Rate").exit()).isEqualTo(2);
  }

  @Test
  void faultsOfStagesAreListedByFileAndLine() throws IOException {
    bench
        .course()
        .write(
            "exercises/02-second/stage.yaml",
            bench
                .course()
                .read("exercises/02-second/stage.yaml")
                .replace("minutes: 5", "minuts: 5"));
    var done = bench.lab("dev", "stages");
    assertThat(done.exit()).isEqualTo(1);
    assertThat(done.out())
        .contains(
            "exercises/02-second/stage.yaml:3: 'minuts' is no key of a stage.",
            "Did you mean 'minutes'?");
    assertThat(bench.lab("next").exit()).isEqualTo(4);
  }

  @Test
  void theReferenceForAuthorsKnowsEveryKind() {
    var kinds = bench.lab("dev", "docs", "--json").json().path("kinds");
    assertThat(kinds.propertyNames()).containsAll(Vocabulary.KINDS);
    assertThat(bench.lab("dev", "docs").out())
        .contains("### capacity-plan", "`{sync-capacity}` 0.8");
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
  void theBookIsCheckedBesideTheReference() throws IOException {
    assertThat(bench.lab("dev", "docs", "--check").exit()).isEqualTo(2);
    bench
        .course()
        .write(
            "WORKBOOK.md",
            "# Book\n"
                + java.util.List.of("01-first", "02-second", "03-third").stream()
                    .map(id -> "<!-- stage:" + id + ":begin -->\n<!-- stage:" + id + ":end -->\n")
                    .collect(java.util.stream.Collectors.joining()));
    bench.course().write("exercises/03-third/README.md", "# 03 Third\n");
    var behind = bench.lab("dev", "docs", "--book", "--check");
    assertThat(behind.exit()).isEqualTo(1);
    assertThat(behind.err()).contains("The book is behind", "./lab dev docs --book");
    assertThat(bench.lab("dev", "docs", "--book").exit()).isZero();
    assertThat(bench.lab("dev", "docs", "--book", "--check").out()).contains("in step");
  }

  @Test
  void namesThatNoStageHasAreRefusedBeforeAnythingIsTried() {
    var wrong = bench.lab("dev", "mutants", "02", "--only", "solution");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("There is no 'solution' here.");
    var check = bench.lab("dev", "check", "02", "--only", "solutoin");
    assertThat(check.exit()).isEqualTo(2);
    assertThat(check.err()).contains("There are: starter, solution");
    assertThat(bench.lab("dev", "mutants", "02").out()).contains("0 of 0");
  }

  @Test
  void aStarterThatSolvesTheStageIsAFaultWhateverIsNotOnRecord() throws IOException {
    var shipped = bench.lab("dev", "check", "01", "--only", "starter");
    assertThat(shipped.exit()).isZero();
    assertThat(shipped.out()).contains("01-first  starter  fails at counted");

    bench.course().write("exercises/01-first/answers.yaml", "workers: {workers}\n");
    var solved = bench.lab("dev", "check", "01", "--only", "starter");
    assertThat(solved.exit()).isEqualTo(1);
    assertThat(solved.out()).contains("FAULT  01-first  starter  is not refused");
  }

  @Test
  void aStageThatOnlyAsksForWhatIsOnRecordIsRefusedWithoutIt() throws IOException {
    rewriteStage01(text ->
        text.replaceAll(" {2}- \\{id: (counted|who|workers),.*\n", "").replace("questions:\n", ""));
    assertThat(bench.lab("dev", "check", "01", "--only", "starter").out())
        .contains("01-first  starter  fails at guessed");
  }

  @Test
  void aRightAnswerMustPassLikeTheSolution() throws IOException {
    var stage = "exercises/01-first/stage.yaml";
    bench
        .course()
        .write(
            stage,
            bench.course().read(stage)
                + "right:\n  - {id: in-words, because: so}\n  - {id: off, because: so}\n");
    bench.course().write("exercises/01-first/right/in-words/answers.yaml", "workers: 2 workers\n");
    bench.course().write("exercises/01-first/right/off/answers.yaml", "workers: 3\n");
    var right = bench.lab("dev", "check", "01", "--only", "in-words");
    assertThat(right.out()).contains("01-first  in-words  passes");
    assertThat(right.exit()).isZero();
    var off = bench.lab("dev", "check", "01", "--only", "off");
    assertThat(off.exit()).isEqualTo(1);
    assertThat(off.out()).contains("FAULT  01-first  off  counted: fail");
    assertThat(bench.lab("dev", "flake", "01", "-n", "1", "--right", "in-words").out())
        .contains("1 of 1  pass");
  }

  @Test
  void anAnswerThatTheStageLacksIsNotTriedAgainAndAgain() {
    var unknown = bench.lab("dev", "flake", "01", "--right", "of-way");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("Stage 01 has no right answer 'of-way'. It has: none.");
    var both = bench.lab("dev", "flake", "01", "--right", "a", "--wrong", "b");
    assertThat(both.exit()).isEqualTo(2);
    assertThat(both.err()).contains("name one of them");
  }

  @Test
  void aStageThatIsNotAsItSaysIsShownWithWhatWasWantedAndSeen() throws IOException {
    bench.course().write("solutions/01-first/answers.yaml", "workers: 7\n");
    var done = bench.lab("dev", "check", "01", "--only", "solution");
    assertThat(done.exit()).isEqualTo(1);
    assertThat(done.out())
        .contains("FAULT  01-first  solution", "FAIL  counted", "wanted", "saw", "7");
  }

  private void writeWrong(String answer, String hint) throws IOException {
    var stage = "exercises/01-first/stage.yaml";
    bench
        .course()
        .write(
            stage,
            bench.course().read(stage)
                + "wrong:\n  - {id: odd, fails: counted, hint: "
                + hint
                + ", because: It is not what was asked for.}\n");
    bench.course().write("exercises/01-first/wrong/odd/answers.yaml", answer);
  }

  @Test
  void aWrongAnswerThatFailsAsItsStageSaysIsFine() throws IOException {
    writeWrong("workers: 7\n", "who");
    var done = bench.lab("dev", "check", "01", "--only", "odd");
    assertThat(done.exit()).isZero();
    assertThat(done.out()).contains("ok     01-first  odd  fails at counted");
  }

  @Test
  void aWrongAnswerThatPassesIsAFault() throws IOException {
    writeWrong("workers: {workers}\n", "who");
    var done = bench.lab("dev", "check", "01", "--only", "odd");
    assertThat(done.exit()).isEqualTo(1);
    assertThat(done.out())
        .contains("FAULT  01-first  odd", "does not fail at counted, which says pass", "0 of 1");
  }

  @Test
  void aWrongAnswerWithAnotherHintIsAFault() throws IOException {
    writeWrong("workers: 7\n", "expect");
    var done = bench.lab("dev", "check", "01", "--only", "odd");
    assertThat(done.exit()).isEqualTo(1);
    assertThat(done.out())
        .contains("FAULT  01-first  odd", "gets the hint who instead of expect", "0 of 1");
  }

  @Test
  void aWrongAnswerIsJudgedByItsCheckAndWhatThatNeedsAndByNothingElse() throws IOException {
    writeWrong("workers: 7\n", "who");
    var done = bench.lab("--json", "dev", "check", "01", "--only", "odd").json();
    var judged = done.path("outcomes").path(0).path("verified").path("checks");
    assertThat(judged.valueStream().map(check -> check.path("check").asString()))
        .containsExactly("counted");
  }

  private void askForARun() throws IOException {
    rewriteStage01(text ->
        text.replace(
            "hints:\n",
            """
              - {id: ran, title: It ran, kind: run-recorded, scenario: incident, upstreams: [as-is], min-seconds: 60, points: 1, rationale: Because.}
            hints:
            """));
  }

  private void rewriteStage01(UnaryOperator<String> change) throws IOException {
    bench.course().rewrite("exercises/01-first/stage.yaml", change);
  }

  /** No server is built where these tests run, so a run that is made all the same fails. */
  @Test
  void noRunIsMadeForAnAnswerThatIsJudgedWithoutIt() throws IOException {
    writeWrong("workers: 7\n", "who");
    askForARun();
    assertThat(bench.lab("dev", "check", "01", "--only", "odd").out())
        .contains("ok     01-first  odd  fails at counted");
  }

  @Test
  void withoutTrafficOnlyThatIsTriedWhichNeedsNone() throws IOException {
    writeWrong("workers: 7\n", "who");
    assertThat(bench.lab("dev", "check", "01", "--no-traffic").out())
        .contains("01-first  starter", "01-first  solution", "01-first  odd", "3 of 3");
    askForARun();
    var some = bench.lab("dev", "check", "01", "--no-traffic");
    assertThat(some.exit()).isZero();
    assertThat(some.out()).contains("01-first  odd", "1 of 1").doesNotContain("solution");
    var none = bench.lab("dev", "check", "01", "--no-traffic", "--only", "solution");
    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.err()).contains("leave out --no-traffic");
  }

  @Test
  void flakesAreWrongVerdictsOfTheSolutionOrOfAWrongAnswer() throws IOException {
    assertThat(bench.lab("dev", "flake", "01", "-n", "2").exit()).isZero();
    writeWrong("workers: 7\n", "who");
    assertThat(bench.lab("dev", "flake", "01", "-n", "2", "--wrong", "odd").exit()).isZero();

    bench.course().write("exercises/01-first/wrong/odd/answers.yaml", "workers: {workers}\n");
    assertThat(bench.lab("dev", "flake", "01", "-n", "2", "--wrong", "odd").exit()).isEqualTo(1);
    bench.course().write("solutions/01-first/answers.yaml", "workers: 7\n");
    var failed = bench.lab("dev", "flake", "01", "-n", "2");
    assertThat(failed.exit()).isEqualTo(1);
    assertThat(failed.out()).contains("2 of 2  fail", "wrong verdicts: 2 of 2");
  }
}
