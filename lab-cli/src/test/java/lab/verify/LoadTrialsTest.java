package lab.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.check.CheckResult;
import lab.check.Verdict;
import lab.check.evidence.Arm;
import lab.check.evidence.Service;
import lab.check.judge.Arms;
import lab.check.spec.LoadSpec;
import lab.course.Course;
import lab.course.stage.Stage;
import lab.course.variation.Learner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTrialsTest {
  @TempDir private Path folder;

  private static final double QUICK = 480;
  private static final double SLOW = 1500;

  /** Arms that were recorded, each trial's in its turn. */
  private static final class Recording implements Replays {
    private final List<Arm> controls;
    private final List<Arm> yours;
    private final List<String> played = new ArrayList<>();

    Recording(List<Arm> controls, List<Arm> yours) {
      this.controls = controls;
      this.yours = yours;
    }

    @Override
    public Arm control(LoadSpec load, int trial) {
      played.add("control " + trial);
      return controls.get(trial - 1);
    }

    @Override
    public Arm yours(LoadSpec load, int trial) {
      played.add("yours " + trial);
      return yours.get(trial - 1);
    }
  }

  /** A first control, kept for the second trial, once failed what only a slow machine held up. */
  @Test
  void aMachineThatBecameSlowerMakesNoFailure() throws IOException, InterruptedException {
    var recording = new Recording(List.of(arm(QUICK), arm(SLOW)), List.of(arm(SLOW), arm(SLOW)));
    assertThat(checkFeed(recording, Repeat.ALWAYS).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(recording.played).containsExactly("control 1", "yours 1", "control 2", "yours 2");
  }

  @Test
  void whatIsSlowBesideBothControlsFails() throws IOException, InterruptedException {
    var recording = new Recording(List.of(arm(QUICK), arm(QUICK)), List.of(arm(SLOW), arm(SLOW)));
    assertThat(checkFeed(recording, Repeat.ALWAYS).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aDoubtAboutArmsOfACheckAloneGetsASecondRoundAndIsDisclosed()
      throws IOException, InterruptedException {
    var trials = ofNothing(Repeat.ALWAYS);
    var result = trials.ofItsOwn("once more", round(Verdict.INCONCLUSIVE, Verdict.PASS));
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.headline()).contains("on trial 2 of 2; trial 1: inconclusive");
    assertThat(trials.repeated())
        .extracting(CheckResult::verdict)
        .containsExactly(Verdict.INCONCLUSIVE);
    var doubt = ofNothing(Repeat.ALWAYS);
    assertThat(
            doubt
                .ofItsOwn("once more", round(Verdict.INCONCLUSIVE, Verdict.INCONCLUSIVE))
                .verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void whatIsClearOrMayNotBeRepeatedTakesOneRound() throws IOException, InterruptedException {
    var clear = ofNothing(Repeat.ALWAYS);
    assertThat(clear.ofItsOwn("once more", round(Verdict.PASS)).verdict()).isEqualTo(Verdict.PASS);
    var once = ofNothing(Repeat.NEVER);
    assertThat(once.ofItsOwn("once more", round(Verdict.INCONCLUSIVE)).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(once.repeated()).isEmpty();
  }

  private LoadTrials ofNothing(Repeat repeat) throws IOException {
    return trials(routing(), new Recording(List.of(), List.of()), repeat);
  }

  /** Rounds that come out as they are told, each in its turn. */
  private static LoadTrials.Round round(Verdict... verdicts) {
    return trial ->
        new CheckResult(
            "it", "a title", verdicts[trial - 1], "seen", Optional.empty(), List.of(), Map.of());
  }

  @Test
  void aPassTakesOneTrial() throws IOException, InterruptedException {
    var recording = new Recording(List.of(arm(QUICK)), List.of(arm(QUICK)));
    assertThat(checkFeed(recording, Repeat.ALWAYS).verdict()).isEqualTo(Verdict.PASS);
    assertThat(recording.played).containsExactly("control 1", "yours 1");
  }

  @Test
  void aCheckOfTheSameLoadPlaysNothingAgain() throws IOException, InterruptedException {
    var recording = new Recording(List.of(arm(QUICK)), List.of(arm(QUICK)));
    var stage = routing();
    var trials = trials(stage, recording, Repeat.ALWAYS);
    for (var id : List.of("check-feed-survives", "stream-survives", "title-answers")) {
      trials.result(stage.check(id).orElseThrow(), stage.load("incident").orElseThrow());
    }
    assertThat(recording.played).containsExactly("control 1", "yours 1");
  }

  @Test
  void withoutRepeatsAFailureTakesOneTrial() throws IOException, InterruptedException {
    var recording = new Recording(List.of(arm(QUICK)), List.of(arm(SLOW)));
    assertThat(checkFeed(recording, Repeat.NEVER).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(recording.played).containsExactly("control 1", "yours 1");
  }

  /** A second trial could make it inconclusive, but never a pass. */
  @Test
  void whereOnlyAPassMattersAFailureTakesOneTrial() throws IOException, InterruptedException {
    var recording = new Recording(List.of(arm(QUICK)), List.of(arm(SLOW)));
    assertThat(checkFeed(recording, Repeat.DOUBTS).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(recording.played).containsExactly("control 1", "yours 1");
  }

  @Test
  void whereOnlyAPassMattersADoubtTakesTwo() throws IOException, InterruptedException {
    var recording = new Recording(List.of(arm(SLOW), arm(QUICK)), List.of(arm(QUICK), arm(QUICK)));
    assertThat(checkFeed(recording, Repeat.DOUBTS).verdict()).isEqualTo(Verdict.PASS);
    assertThat(recording.played).containsExactly("control 1", "yours 1", "control 2", "yours 2");
  }

  /** A judge that cannot cope with one report is no reason to say nothing of the other checks. */
  @Test
  void aBugInOneJudgeSpoilsItsCheckOnly() throws IOException, InterruptedException {
    var recording = new Recording(List.of(arm(QUICK)), List.of(withoutRoutes(arm(QUICK))));
    var trials = trials(routing(), recording, Repeat.ALWAYS);
    assertThat(result(trials, "check-feed-survives").verdict()).isEqualTo(Verdict.PASS);
    assertThat(result(trials, "served-by").verdict()).isEqualTo(Verdict.LAB_ERROR);
    assertThat(result(trials, "title-answers").verdict()).isEqualTo(Verdict.PASS);
    assertThat(recording.played).containsExactly("control 1", "yours 1");
  }

  @Test
  void whatCannotBePlayedIsNotBegunAgainByTheNextCheck() {
    var recording = new Recording(List.of(arm(QUICK)), List.of());
    var trials = trials(routing(), recording, Repeat.ALWAYS);
    assertThatThrownBy(() -> result(trials, "check-feed-survives"))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> result(trials, "title-answers"))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(recording.played).containsExactly("control 1", "yours 1");
  }

  private LoadTrials trials(Stage stage, Replays replays, Repeat repeat) {
    return new LoadTrials(
        stage, replays, repeat, VerifyListener.NONE, new Isolation(folder, folder.resolve(".lab")));
  }

  private static CheckResult result(LoadTrials trials, String check)
      throws IOException, InterruptedException {
    var stage = routing();
    return trials.result(stage.check(check).orElseThrow(), stage.load("incident").orElseThrow());
  }

  /** The same with services that do not say what they served. */
  @SuppressWarnings("NullAway")
  private static Arm withoutRoutes(Arm arm) {
    return new Arm(
        arm.name(),
        arm.nonce(),
        arm.planned(),
        arm.setting(),
        arm.samples(),
        arm.services().stream()
            .map(one ->
                new Service(
                    one.request(),
                    null,
                    one.mode(),
                    one.pid(),
                    one.slot(),
                    one.begun(),
                    one.ended(),
                    one.outcome(),
                    one.ticks()))
            .toList(),
        arm.passages(),
        arm.reasons(),
        arm.modes(),
        arm.peaks(),
        arm.health());
  }

  private CheckResult checkFeed(Replays replays, Repeat repeat)
      throws IOException, InterruptedException {
    var stage = routing();
    return trials(stage, replays, repeat)
        .result(
            stage.check("check-feed-survives").orElseThrow(), stage.load("incident").orElseThrow());
  }

  private static Stage routing() {
    return Course.load(Path.of("..", "exercises"), Learner.anybody()).stage("08").orElseThrow();
  }

  /** The right routing, whose polls take so many milliseconds. */
  private static Arm arm(double pollMillis) {
    return new Arms()
        .answered("check", "/check_feed", 600, pollMillis, "pooled")
        .answered("probe", "/", 300, 2, "sync")
        .answered("hash", "/hash_me", 60, 20, "sync")
        .streaming(80, 24, "async")
        .named("played");
  }
}
