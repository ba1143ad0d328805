package lab.course.hint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lab.check.Verdict;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;
import lab.course.Course;
import lab.course.journal.Event;
import lab.course.journal.Journal;
import lab.course.stage.ClaimHints;
import lab.course.stage.Misconception;
import lab.course.stage.Stage;
import lab.course.variation.Learner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The hints of the stages as they are shipped, on the way that most learners take. */
class ShippedHintsTest {
  private static final List<Stage> STAGES =
      Course.load(Path.of("..", "exercises"), Learner.anybody()).stages();

  @TempDir Path root;

  private static Stage stage(String number) {
    return STAGES.stream().filter(one -> one.number().equals(number)).findFirst().orElseThrow();
  }

  private Journal journal() {
    return Journal.open(root, Clock.systemUTC());
  }

  private Advice advice(Stage stage, Journal journal) {
    return new HintChooser(stage, journal.progress())
        .choose(Optional.empty(), Optional.empty())
        .orElseThrow(() -> new AssertionError("no hint in stage " + stage.id()));
  }

  @ParameterizedTest
  @CsvSource({"02, incident-seen", "03, outage-seen", "05, models-run", "06, lie-seen"})
  void afterThePredictionTheHintIsForTheRun(String number, String check) {
    var stage = stage(number);
    var journal = journal();
    // What the first minutes of the README ask for, and what no stage but the eighth does.
    journal.append(new Event.Ran("r-0001", "incident", "as-is", Optional.empty(), true));
    stage.predictions().forEach(one -> journal.append(new Event.Predicted(number, one.id(), "1")));
    assertThat(advice(stage, journal).about()).map(CheckSpec::id).contains(check);
  }

  @ParameterizedTest
  @CsvSource({"02, capacity-computed", "03, worker-waits", "05, one-at-a-time", "06, off-the-loop"})
  void afterTheRunsItIsForWhatIsToBeWritten(String number, String check) {
    var stage = stage(number);
    var journal = journal();
    stage.predictions().forEach(one -> journal.append(new Event.Predicted(number, one.id(), "1")));
    for (var spec : stage.checks()) {
      if (spec.kind() instanceof CheckKind.RunRecorded asked) {
        asked
            .asked()
            .forEach(run ->
                journal.append(
                    new Event.Ran(
                        "r-0001",
                        run.scenario(),
                        run.upstream(),
                        Optional.of(run.blockingFeed()),
                        true)));
      }
    }
    assertThat(advice(stage, journal).about()).map(CheckSpec::id).contains(check);
  }

  @Test
  void aRunWithoutTheBlockingHandlerIsNotTheOneThatStage06AsksFor() {
    var stage = stage("06");
    var journal = journal();
    stage.predictions().forEach(one -> journal.append(new Event.Predicted("06", one.id(), "1")));
    journal.append(new Event.Ran("r-0001", "check-feed", "async", Optional.of(false), true));
    assertThat(advice(stage, journal).about()).map(CheckSpec::id).contains("lie-seen");
  }

  @ParameterizedTest
  @FieldSource("STAGES")
  void everyWrongIdeaIsAskedAboutWhenItShows(Stage stage) {
    for (var idea : stage.misconceptions()) {
      assertThat(stage.checks().stream().filter(check -> asks(stage, check, idea)))
          .as("checks of %s whose failure shows '%s'", stage.id(), idea.id())
          .isNotEmpty();
    }
  }

  /** Whether the idea is asked about after a failure of one check with a sign that it can give. */
  private boolean asks(Stage stage, CheckSpec failing, Misconception idea) {
    var journal =
        Journal.open(root.resolve(stage.id() + failing.id() + idea.id()), Clock.systemUTC());
    var results =
        stage.checks().stream()
            .map(check ->
                check.equals(failing)
                    ? new Event.Result(check.id(), Verdict.FAIL, given(stage, check, idea.when()))
                    : new Event.Result(check.id(), Verdict.PASS, List.of()))
            .toList();
    journal.append(new Event.Verified(stage.number(), Optional.empty(), results, false, false));
    return new HintChooser(stage, journal.progress())
        .choose(Optional.empty(), Optional.empty())
        .filter(advice -> advice.ideas().contains(idea))
        .isPresent();
  }

  private static List<String> given(Stage stage, CheckSpec check, List<String> wanted) {
    var claims = ClaimHints.claims(stage.folder(), List.of(check));
    return wanted.stream()
        .filter(sign -> check.kind().signs().contains(sign) || claims.contains(sign))
        .toList();
  }

  @Test
  void thereAreWrongIdeasToLookAt() {
    assertThat(STAGES.stream().flatMap(stage -> stage.misconceptions().stream()))
        .hasSizeGreaterThan(10);
  }
}
