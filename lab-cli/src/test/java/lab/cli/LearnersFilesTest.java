package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import lab.check.Verdict;
import lab.course.journal.Event;
import org.junit.jupiter.api.Test;

/** What becomes of a learner's files: reset, goto, diff, init. */
class LearnersFilesTest extends OnSmallCourse {
  @Test
  void rubbishInOneFileIsAWrongAnswerAndEndsNoOtherCheck() throws IOException {
    bench.lab("next");
    bench.lab("predict", "2");
    bench.course().write("exercises/01-first/answers.yaml", "{{ workers: [\n");
    var done = bench.lab("verify");
    assertThat(done.exit()).isEqualTo(1);
    assertThat(done.out()).contains("pass  guessed", "FAIL  counted", "answers.yaml:1");
  }

  @Test
  void theFileThatEverybodyEditsMayBeLostAndComesBack() throws IOException {
    var conf = bench.course().root().resolve("nginx/nginx.conf");
    bench.pass("01", "workers-answered");
    bench.lab("goto", "02");
    Files.delete(conf);
    assertThat(bench.lab("next").exit()).isZero();
    assertThat(bench.lab("reset", "02", "--yes").exit()).isZero();
    assertThat(conf).exists();
  }

  /** A file made for another stage may be what fails this one. */
  @Test
  void ownWorkThatStaysIsNamedBesideWhatWasMadeReady() throws IOException {
    bench.pass("01", "workers-answered");
    bench.course().write("nginx/nginx.conf", "# mine\n");
    assertThat(bench.lab("goto", "02").out())
        .contains("Made ready: stack.yaml", "Your own nginx/nginx.conf stays");
  }

  @Test
  void resetAsksAndIsRefusedWhereNobodyCanAnswer() throws IOException {
    bench.course().write("exercises/01-first/answers.yaml", "workers: 7\n");
    var unknown = bench.lab("reset", "01", "--yes");
    assertThat(unknown.exit()).isEqualTo(1);
    assertThat(unknown.out())
        .contains("Left alone:", "git checkout -- exercises/01-first/answers.yaml")
        .doesNotContain("Nothing to do", "stand as at the beginning");
    assertThat(bench.lab("reset", "01", "--yes", "--json").json().path("unknown").size())
        .isEqualTo(1);

    bench.course().write("exercises/01-first/answers.yaml", "workers:\n");
    bench.lab("next");
    bench.course().write("exercises/01-first/answers.yaml", "workers: 7\n");
    var refused = bench.lab("reset", "--no-input");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("--yes");
    assertThat(bench.course().read("exercises/01-first/answers.yaml")).isEqualTo("workers: 7\n");

    assertThat(bench.lab("reset", "01", "--yes").out())
        .contains("Reset: exercises/01-first/answers.yaml", "snapshot s-0001");
    assertThat(bench.course().read("exercises/01-first/answers.yaml")).isEqualTo("workers:\n");
    assertThat(bench.lab("undo").out()).contains("Undone: reset 01");
    assertThat(bench.course().read("exercises/01-first/answers.yaml")).isEqualTo("workers: 7\n");
  }

  @Test
  void gotoIsLockedUnlessTheReferenceIsAskedFor() throws IOException {
    assertThat(bench.lab("goto", "03").exit()).isEqualTo(5);
    var done = bench.lab("goto", "03", "--reference");
    assertThat(done.exit()).isZero();
    assertThat(done.out())
        .contains("Assisted 01-first, 02-second.", "snapshot s-0001", "STAGE 03", "[assisted]");
    assertThat(bench.course().read("exercises/01-first/answers.yaml")).isEqualTo("workers: 2\n");
  }

  @Test
  void showAndDiffNameTheRunsThatThereAre() {
    assertThat(bench.lab("show", "r-0009").err())
        .contains("There is no run 'r-0009'.", "lab run incident");
    assertThat(bench.lab("show", "../../etc").exit()).isEqualTo(2);
    assertThat(bench.lab("diff", "1", "2").exit()).isEqualTo(2);
  }

  @Test
  void aRunWithoutAResultCannotBeShownOrComparedAndTheMachineIsNotToBlame() throws IOException {
    var runs = bench.course().state().resolve("runs");
    Files.createDirectories(runs.resolve("r-0001"));
    var unfinished = bench.lab("show", "r-0001");
    assertThat(unfinished.exit()).isEqualTo(2);
    assertThat(unfinished.err()).contains("stopped before it had a result", "run it again");
    new RunFixture("r-0002", 44, 556).write(runs);
    var nothing = bench.lab("diff", "1", "2");
    assertThat(nothing.exit()).isEqualTo(2);
    assertThat(nothing.err()).contains("'1' holds no finished run of traffic.", "lab show 1");
  }

  @Test
  void aScenarioStandsForItsLatestFinishedRunWhateverCameAfterIt() throws IOException {
    assertThat(bench.lab("show", "check-feed").err()).contains("Make one: lab run check-feed");
    var runs = bench.course().state().resolve("runs");
    new RunFixture("r-0001", 39, 561).write(runs);
    new RunFixture("r-0002", 44, 556).write(runs);
    bench.lab("next");
    assertThat(bench.lab("verify").exit()).isEqualTo(1);
    assertThat(bench.lab("show", "latest").out()).contains("r-0003  lab verify 01-first");
    assertThat(bench.lab("show", "check-feed").out()).contains("r-0002  check-feed", "SENT");
    assertThat(bench.lab("diff", "1", "check-feed", "--json").json().path("b").asString())
        .isEqualTo("r-0002");
    assertThat(bench.lab("show", "stream-feed").err())
        .contains("There is no run 'stream-feed'.", "Make one: lab run stream-feed");
  }

  @Test
  void aNameGivesNumbersThatTheBriefingShows() {
    var done = bench.lab("init", "--learner", "ada", "--json").json();
    int workers = done.path("incident").path("workers").asInt();
    assertThat(bench.lab("init", "--learner", "../x").exit()).isEqualTo(2);
    assertThat(bench.lab().out())
        .as("the welcome, before the first stage")
        .contains(
            "/check_feed gets " + done.at("/incident/rate").asInt() + " requests a second",
            "Then " + done.at("/incident/streams").asInt() + " clients opened /stream_feed");
    assertThat(bench.lab("next").out()).contains("Count " + workers + " workers.");
    assertThat(bench.lab().out()).contains("ada, seed 795A", "Stage    01", "lab next");
  }

  @Test
  void theReferenceIsShownBesideYoursOnlyOnceYouHavePassed() throws IOException {
    bench.lab("next");
    bench.course().write("exercises/01-first/answers.yaml", "workers: two\n");
    var locked = bench.lab("diff", "mine", "reference");
    assertThat(locked.exit()).isEqualTo(5);
    assertThat(locked.out()).isEmpty();
    assertThat(locked.err())
        .contains(
            "locked  01 First: its reference is shown once it is passed.",
            "lab verify 01",
            "lab goto 01 --reference --this")
        .doesNotContain("workers: 2");
    assertThat(bench.lab("diff", "mine", "reference", "--json").json().path("locked").asString())
        .isEqualTo("01-first");

    bench.pass("01", "guessed", "counted");
    var shown = bench.lab("diff", "mine", "reference");
    assertThat(shown.exit()).isZero();
    assertThat(shown.out())
        .contains("exercises/01-first/answers.yaml", "\n-workers: two\n+workers: 2\n");
    bench.course().write("exercises/01-first/answers.yaml", "workers: 2\n");
    assertThat(bench.lab("diff", "mine", "reference", "01").out())
        .contains("answers.yaml: the same");
  }

  @Test
  void theReferenceOfAnAssistedStageIsNoSecret() {
    bench.lab("goto", "02", "--reference");
    assertThat(bench.lab("diff", "mine", "reference", "01").exit()).isZero();
    assertThat(bench.lab("diff", "mine", "reference").exit()).isEqualTo(5);
  }

  /** Of a stage that no other one needs, no way ahead would bring the reference. */
  @Test
  void theReferenceOfAStageThatNothingNeedsIsHadByTheCommandThatIsSuggested() throws IOException {
    bench.course().write("solutions/03-third/nginx/nginx.conf", "# third, solved\n");
    bench.lab("goto", "03", "--reference");
    var before = bench.course().read("nginx/nginx.conf");
    assertThat(bench.lab("diff", "mine", "reference").err())
        .contains("lab goto 03 --reference --this");

    var went = bench.lab("goto", "03", "--reference", "--this", "-q");
    assertThat(went.exit()).isZero();
    assertThat(went.out())
        .contains("Assisted 03-third.", "Installed nginx/nginx.conf.", "lab undo puts them back");
    assertThat(bench.course().read("nginx/nginx.conf")).isEqualTo("# third, solved\n");
    assertThat(bench.course().journal().progress().of("03").assisted()).isTrue();
    assertThat(bench.lab("diff", "mine", "reference").out()).contains("nginx/nginx.conf: the same");

    assertThat(bench.lab("undo").out()).contains("Undone: goto 03 --reference --this");
    assertThat(bench.course().read("nginx/nginx.conf")).isEqualTo(before);
  }

  @Test
  void whatGotoDidToFilesIsDataToo() {
    var json = bench.lab("goto", "02", "--reference", "--json").json();
    assertThat(json.path("stage").asString()).isEqualTo("02-second");
    assertThat(json.path("assisted").get(0).asString()).isEqualTo("01-first");
    assertThat(json.path("snapshot").asString()).isEqualTo("s-0001");
    assertThat(json.path("changed").size()).isEqualTo(2);
  }

  @Test
  void theReferenceOfTheStageItselfIsNeverInstalledUnasked() {
    var done = bench.lab("goto", "01", "--this");
    assertThat(done.exit()).isEqualTo(2);
    assertThat(done.err()).contains("lab goto 01 --reference --this");
    assertThat(bench.lab("goto", "01", "--reference").err())
        .contains("no answer was installed", "lab goto 01 --reference --this");
  }

  /** A person may send a write-up back: it has not passed, and the model text would be copied. */
  @Test
  void aWriteUpThatAPersonHasYetToReadUnlocksNoReference() {
    bench.lab("next");
    var results =
        List.of(
            new Event.Result("guessed", Verdict.PASS, List.of()),
            new Event.Result("counted", Verdict.INCONCLUSIVE, List.of("to-be-read")));
    bench
        .course()
        .journal()
        .append(new Event.Verified("01", Optional.empty(), results, false, true));
    assertThat(bench.lab("diff", "mine", "reference", "01").exit()).isEqualTo(5);
    assertThat(bench.lab("next", "01").out())
        .contains("This stage is to be read.", "lab next goes on")
        .doesNotContain("solutions/");
    bench.pass("01", "guessed", "counted");
    assertThat(bench.lab("next", "01").out()).contains("solutions/01-first");
  }

  @Test
  void aStageGoesWithTheReferenceOnly() {
    var done = bench.lab("diff", "1", "2", "01");
    assertThat(done.exit()).isEqualTo(2);
    assertThat(done.err()).contains("lab diff mine reference 01");
  }

  @Test
  void aLearnerWithNumbersOfTheirOwnIsNeverSentToTheOriginalOnes() throws IOException {
    assertThat(bench.lab("next").out()).contains("lab explain 01", "exercises/01-first/README.md");
    bench.lab("init", "--learner", "bob");
    int workers =
        bench.lab("init", "--learner", "bob", "--json").json().at("/incident/workers").asInt();
    assertThat(workers).as("a name whose incident differs from the original").isEqualTo(3);
    assertThat(bench.lab("next").out())
        .contains("lab explain 01", ".lab/reading/01-first.md", "Count 3 workers.")
        .doesNotContain("README.md");
    assertThat(bench.course().read(".lab/reading/01-first.md")).contains("Count 3 workers.");
    assertThat(bench.lab("explain", "01").out()).contains("Count 3 workers.");
    assertThat(bench.lab("next", "--json").json().path("text").asString())
        .contains("Count 3 workers.");
    assertThat(bench.lab("next", "--json").json().path("readme").asString()).contains("reading");
  }
}
