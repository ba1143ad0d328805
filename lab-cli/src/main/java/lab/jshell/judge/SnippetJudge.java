package lab.jshell.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.jshell.judge.SnippetVerdict.Outcome;
import lab.jshell.snippet.Claim;
import lab.jshell.snippet.SceneEvidence;
import lab.jshell.snippet.SnippetCheck;
import lab.jshell.snippet.SnippetEvidence;
import lab.jshell.snippet.SnippetEvidence.Ending;
import lab.jshell.snippet.SnippetSpec;

/**
 * Decides every check of a graded snippet.
 *
 * <p>A bound that was broken is a fact, however slow the machine was. That something did
 * <em>not</em> happen in time is no fact on a machine in trouble: then the outcome is inconclusive.
 * A bound that was kept by a snippet which served nobody proves nothing: then the check waits for
 * the one that counts answers.
 */
public final class SnippetJudge {
  private final SnippetEvidence evidence;
  private final Map<String, SnippetVerdict> answersByScene = new HashMap<>();

  private SnippetJudge(SnippetEvidence evidence) {
    this.evidence = evidence;
  }

  /**
   * Judges all checks of a specification, in its order.
   *
   * @param evidence of a run of that very specification
   */
  public static List<SnippetVerdict> judge(SnippetSpec spec, SnippetEvidence evidence) {
    var judge = new SnippetJudge(evidence);
    var loads = spec.checks().getFirst();
    var first = verdict(loads, judge.loads());
    var verdicts = new ArrayList<>(List.of(first));
    for (var check : spec.checks().subList(1, spec.checks().size())) {
      verdicts.add(
          first.outcome() == Outcome.PASS
              ? judge.remember(check, verdict(check, judge.claim(check)))
              : verdict(check, waiting(check.wanted(), loads.id())));
    }
    return List.copyOf(verdicts);
  }

  /** The outcome of all checks together: the worst that there is, a failure before a doubt. */
  public static Outcome whole(List<SnippetVerdict> verdicts) {
    for (var outcome : List.of(Outcome.FAIL, Outcome.INCONCLUSIVE, Outcome.SKIPPED)) {
      if (verdicts.stream().anyMatch(verdict -> verdict.outcome() == outcome)) {
        return outcome;
      }
    }
    return Outcome.PASS;
  }

  private record Decision(Outcome outcome, String wanted, String saw) {}

  private static SnippetVerdict verdict(SnippetCheck check, Decision decision) {
    return new SnippetVerdict(
        check.id(),
        check.title(),
        decision.outcome(),
        decision.wanted(),
        decision.saw(),
        check.why(),
        check.again());
  }

  private SnippetVerdict remember(SnippetCheck check, SnippetVerdict verdict) {
    switch (check.wanted()) {
      case Claim.Answered(var scene, var _) -> answersByScene.putIfAbsent(scene, verdict);
      case Claim.Ended(var scene) -> answersByScene.putIfAbsent(scene, verdict);
      case Claim.Loads _,
          Claim.Value _,
          Claim.AtOnce _,
          Claim.Polls _,
          Claim.Turned _,
          Claim.Threads _,
          Claim.InOrder _,
          Claim.Prompt _,
          Claim.Time _ -> {}
    }
    return verdict;
  }

  private Decision loads() {
    var wanted = "JShell accepts the file, and it runs to its end";
    if (!evidence.faults().isEmpty()) {
      var fault = evidence.faults().getFirst();
      return new Decision(
          Outcome.FAIL,
          wanted,
          "%s:%d:%d: %s".formatted(evidence.file(), fault.line(), fault.column(), fault.message()));
    }
    var early = evidence.ending().filter(_ -> nothingWasAsked());
    return early
        .map(ending -> new Decision(outcomeOf(ending), wanted, ending.words()))
        .orElse(new Decision(Outcome.PASS, wanted, "accepted"));
  }

  private boolean nothingWasAsked() {
    return evidence.scenes().isEmpty() && evidence.values().isEmpty();
  }

  private Outcome outcomeOf(Ending ending) {
    return ending.kind() == Ending.Kind.TOO_LONG ? missed() : Outcome.FAIL;
  }

  /** What did not happen in time: a failure, unless the machine may be to blame. */
  private Outcome missed() {
    return evidence.machine().troubles().isEmpty() ? Outcome.FAIL : Outcome.INCONCLUSIVE;
  }

  private Decision claim(SnippetCheck check) {
    return switch (check.wanted()) {
      case Claim.Loads() -> loads();
      case Claim.Value value -> value(check, value);
      case Claim.Answered(var id, var least) -> scene(check, id, seen -> answered(seen, least));
      case Claim.Ended(var id) -> scene(check, id, this::ended);
      case Claim.AtOnce(var id, var least, var most) ->
          scene(check, id, seen -> atOnce(seen, least, most));
      case Claim.Polls(var id, var most) ->
          scene(
              check,
              id,
              seen -> bound(seen, "at most " + most + " polls in all", seen.polls(), most));
      case Claim.Turned(var id, var most) ->
          scene(
              check,
              id,
              seen ->
                  bound(
                      seen,
                      most == 0 ? "no poll turned away" : "at most " + most + " turned away",
                      seen.turnedAway(),
                      most));
      case Claim.Threads(var id, var most) -> scene(check, id, seen -> threads(seen, most));
      case Claim.InOrder(var id) -> scene(check, id, this::inOrder);
      case Claim.Prompt(var id, var least) -> scene(check, id, seen -> prompt(seen, least));
      case Claim.Time(var id, var times) -> scene(check, id, seen -> time(seen, times));
    };
  }

  private interface Rule {
    Decision decide(SceneEvidence seen);
  }

  private Decision scene(SnippetCheck check, String id, Rule rule) {
    return evidence.scenes().stream()
        .filter(seen -> seen.scene().equals(id))
        .findFirst()
        .map(rule::decide)
        .orElseGet(() -> neverPlayed(check.wanted()));
  }

  private Decision neverPlayed(Claim wanted) {
    return evidence
        .ending()
        .map(ending -> new Decision(outcomeOf(ending), SnippetWords.wanted(wanted), ending.words()))
        .orElseGet(
            () -> new Decision(Outcome.SKIPPED, SnippetWords.wanted(wanted), "it was not played"));
  }

  private static Decision waiting(Claim wanted, String other) {
    return new Decision(Outcome.SKIPPED, SnippetWords.wanted(wanted), "waits for " + other);
  }

  private Decision value(SnippetCheck check, Claim.Value claim) {
    var wanted = "%s returns %s".formatted(claim.call(), claim.expect());
    var mine =
        evidence.values().stream().filter(value -> value.check().equals(check.id())).toList();
    for (var seen : mine) {
      if (!SnippetWords.isNumber(seen.got(), seen.expected())) {
        var got =
            seen.got()
                .orElseGet(() -> evidence.ending().map(Ending::words).orElse("it did not return"));
        return new Decision(
            seen.got().isEmpty()
                ? evidence.ending().map(this::outcomeOf).orElse(Outcome.FAIL)
                : Outcome.FAIL,
            "%s returns %s".formatted(seen.call(), SnippetWords.number(seen.expected())),
            got);
      }
    }
    return mine.size() < claim.samples()
        ? neverPlayed(claim)
        : new Decision(
            Outcome.PASS, wanted, "%d of %d draws agree".formatted(mine.size(), mine.size()));
  }

  private Decision answered(SceneEvidence seen, int least) {
    var saw =
        "%d of %d answered".formatted(seen.answered(), seen.sent())
            + (seen.wrongly() > 0 ? ", %d with something else".formatted(seen.wrongly()) : "")
            + (seen.refused() > 0 ? ", %d refused".formatted(seen.refused()) : "")
            + (seen.gaveUp() ? ", then nothing more for a long time" : "");
    var wanted = "%d requests answered with the feed's own word".formatted(least);
    if (seen.wrongly() > 0) {
      return new Decision(Outcome.FAIL, wanted, saw);
    }
    return new Decision(seen.answered() >= least ? Outcome.PASS : missed(), wanted, saw);
  }

  private Decision ended(SceneEvidence seen) {
    int ends = seen.answered() + seen.wrongly() + seen.refused();
    boolean all = !seen.gaveUp();
    return new Decision(
        all ? Outcome.PASS : missed(),
        "every request is answered or refused",
        "%d of %d came to an end".formatted(ends, seen.sent())
            + (all ? "" : ", then nothing more for a long time"));
  }

  private Decision atOnce(SceneEvidence seen, int least, int most) {
    var wanted = SnippetWords.wanted(new Claim.AtOnce(seen.scene(), least, most));
    var saw = SnippetWords.polls(seen.atOnce()) + " at once";
    if (seen.atOnce() > most) {
      return new Decision(Outcome.FAIL, wanted, saw);
    }
    return new Decision(seen.atOnce() >= least ? Outcome.PASS : missed(), wanted, saw);
  }

  private Decision bound(SceneEvidence seen, String wanted, int count, int most) {
    return count > most
        ? new Decision(Outcome.FAIL, wanted, Integer.toString(count))
        : kept(seen, new Decision(Outcome.PASS, wanted, Integer.toString(count)));
  }

  /** A bound that was kept counts once the requests were served. */
  private Decision kept(SceneEvidence seen, Decision decision) {
    return Optional.ofNullable(answersByScene.get(seen.scene()))
        .filter(answers -> answers.outcome() != Outcome.PASS)
        .map(answers ->
            new Decision(Outcome.SKIPPED, decision.wanted(), "waits for " + answers.check()))
        .orElse(decision);
  }

  private Decision threads(SceneEvidence seen, int most) {
    var wanted = "at most %d more threads of the operating system".formatted(most);
    if (seen.addedThreads().isEmpty()) {
      return new Decision(
          Outcome.INCONCLUSIVE, wanted, "this platform does not tell how many threads there are");
    }
    return bound(seen, wanted, seen.addedThreads().getAsInt(), most);
  }

  private Decision inOrder(SceneEvidence seen) {
    var wanted = "polls in the order in which the requests came";
    return seen.inOrder()
        ? kept(seen, new Decision(Outcome.PASS, wanted, "in order"))
        : new Decision(Outcome.FAIL, wanted, "out of order");
  }

  private Decision prompt(SceneEvidence seen, int least) {
    return new Decision(
        seen.prompt() >= least ? Outcome.PASS : missed(),
        "%d title pages answered while a poll was held".formatted(least),
        "%d answered meanwhile".formatted(seen.prompt()));
  }

  private Decision time(SceneEvidence seen, double times) {
    var wanted = "at most %s times as long as the lab's own control".formatted(times);
    if (seen.controlMillis().isEmpty()) {
      return new Decision(Outcome.INCONCLUSIVE, wanted, "the control did not finish");
    }
    double ratio = (double) seen.millis() / Math.max(1, seen.controlMillis().get());
    var saw =
        "%d ms against %d ms, %s times"
            .formatted(seen.millis(), seen.controlMillis().get(), SnippetWords.number(ratio));
    return ratio <= times
        ? kept(seen, new Decision(Outcome.PASS, wanted, saw))
        : new Decision(missed(), wanted, saw);
  }
}
