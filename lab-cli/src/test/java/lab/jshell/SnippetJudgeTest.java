package lab.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lab.jshell.judge.SnippetJudge;
import lab.jshell.judge.SnippetVerdict;
import lab.jshell.judge.SnippetVerdict.Outcome;
import lab.jshell.snippet.Claim;
import lab.jshell.snippet.SceneEvidence;
import lab.jshell.snippet.SnippetCheck;
import lab.jshell.snippet.SnippetEvidence;
import lab.jshell.snippet.SnippetEvidence.Ending;
import lab.jshell.snippet.SnippetEvidence.MachineSeen;
import lab.jshell.snippet.SnippetSpec;
import org.junit.jupiter.api.Test;

/** A broken bound is a fact; what did not happen in time may be the machine's fault. */
class SnippetJudgeTest {
  private static final SnippetSpec SPEC =
      new SnippetSpec(
          "a.jsh",
          List.of(),
          List.of(),
          List.of(
              check("loads", new Claim.Loads()),
              check("all", new Claim.Answered("s", 8)),
              check("once", new Claim.AtOnce("s", 2, 4)),
              check("threads", new Claim.Threads("s", 3))),
          List.of());

  private static SnippetCheck check(String id, Claim claim) {
    return new SnippetCheck(id, id, claim, "", "", List.of());
  }

  private static SceneEvidence scene(int answered, int atOnce, OptionalInt most) {
    return new SceneEvidence(
        "s",
        8,
        answered,
        0,
        0,
        8,
        atOnce,
        0,
        0,
        true,
        0,
        OptionalInt.of(10),
        most,
        100,
        Optional.empty(),
        answered < 8,
        List.of());
  }

  private static List<Outcome> judged(
      List<SceneEvidence> scenes, Optional<Ending> ending, List<String> troubles) {
    var evidence =
        new SnippetEvidence(
            "a.jsh",
            List.of(),
            ending,
            scenes,
            List.of(),
            new MachineSeen(30, 100, 0, troubles),
            "PASS PASS PASS");
    return SnippetJudge.judge(SPEC, evidence).stream().map(SnippetVerdict::outcome).toList();
  }

  private static List<Outcome> judged(SceneEvidence scene, List<String> troubles) {
    return judged(List.of(scene), Optional.empty(), troubles);
  }

  @Test
  void allClaimsHold() {
    assertThat(judged(scene(8, 4, OptionalInt.of(13)), List.of()))
        .containsExactly(Outcome.PASS, Outcome.PASS, Outcome.PASS, Outcome.PASS);
  }

  @Test
  void aBrokenBoundFailsOnABusyMachineToo() {
    assertThat(judged(scene(8, 5, OptionalInt.of(14)), List.of("busy")))
        .containsExactly(Outcome.PASS, Outcome.PASS, Outcome.FAIL, Outcome.FAIL);
  }

  @Test
  void whatDidNotHappenInTimeIsADoubtOnABusyMachine() {
    assertThat(judged(scene(7, 1, OptionalInt.of(11)), List.of("busy")))
        .containsExactly(Outcome.PASS, Outcome.INCONCLUSIVE, Outcome.INCONCLUSIVE, Outcome.SKIPPED);
  }

  @Test
  void aBoundKeptByServingNobodyProvesNothing() {
    assertThat(judged(scene(0, 2, OptionalInt.of(10)), List.of()))
        .containsExactly(Outcome.PASS, Outcome.FAIL, Outcome.PASS, Outcome.SKIPPED);
  }

  @Test
  void threadsThatCannotBeCountedLeaveADoubt() {
    assertThat(judged(scene(8, 4, OptionalInt.empty()), List.of()).getLast())
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void anExitBeforeAnythingWasSeenFailsAtLoading() {
    var exit = new Ending(Ending.Kind.EXITED, "it ended its JVM");
    assertThat(judged(List.of(), Optional.of(exit), List.of()))
        .containsExactly(Outcome.FAIL, Outcome.SKIPPED, Outcome.SKIPPED, Outcome.SKIPPED);
  }

  @Test
  void aSnippetThatTookTooLongOnABusyMachineIsADoubt() {
    var late = new Ending(Ending.Kind.TOO_LONG, "it did not return");
    assertThat(judged(List.of(), Optional.of(late), List.of("busy")).getFirst())
        .isEqualTo(Outcome.INCONCLUSIVE);
  }
}
