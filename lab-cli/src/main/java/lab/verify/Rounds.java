package lab.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.check.CheckResult;
import lab.check.CheckResult.Reason;
import lab.check.Verdict;

/**
 * Two trials of the same check, both disclosed: what agrees stands, and what does not decides
 * nothing. A failure always takes two; a bug of ours in either is one.
 */
final class Rounds {
  private Rounds() {}

  /** Whether a first result asks for a second trial. */
  static boolean unsettled(CheckResult first) {
    return switch (first.verdict()) {
      case FAIL, INCONCLUSIVE, ENV_INVALID -> true;
      case PASS, LAB_ERROR, SKIPPED -> false;
    };
  }

  /** Whether even the control has to be played again. */
  static boolean doubtsTheMachine(CheckResult first) {
    return first.verdict().isUndecided();
  }

  static CheckResult joined(CheckResult first, CheckResult second) {
    if (first.verdict() == Verdict.LAB_ERROR || second.verdict() == Verdict.LAB_ERROR) {
      return first.verdict() == Verdict.LAB_ERROR ? first : second;
    }
    if (first.verdict() == second.verdict()) {
      return said(second, "both trials agree");
    }
    if (doubtsTheMachine(first) && second.verdict() != Verdict.FAIL) {
      return said(second, "on trial 2 of 2; trial 1: " + words(first));
    }
    var proof = new ArrayList<String>();
    proof.add("trial 1: " + words(first) + ": " + first.headline());
    proof.add("trial 2: " + words(second) + ": " + second.headline());
    boolean doubted = doubtsTheMachine(first) || doubtsTheMachine(second);
    return new CheckResult(
        first.check(),
        first.title(),
        Verdict.INCONCLUSIVE,
        doubted ? "one of two trials could not tell" : "two trials that do not agree",
        Optional.of(
            new Reason(
                "two trials that agree",
                words(first) + ", then " + words(second),
                proof,
                doubted
                    ? doubt(first, second)
                    : "What comes out different twice is decided by chance, not by your configuration.",
                List.of("lab verify", "lab doctor"))),
        first.verdict() == Verdict.FAIL ? first.signs() : second.signs(),
        second.figures());
  }

  /** What the trial that could not tell says of it. */
  private static String doubt(CheckResult first, CheckResult second) {
    boolean failed = first.verdict() == Verdict.FAIL || second.verdict() == Verdict.FAIL;
    return (failed ? "A failure takes two trials: " : "Both trials must be able to tell: ")
        + (doubtsTheMachine(second) ? second : first)
            .reason()
            .map(Reason::saw)
            .orElse("the machine was too busy");
  }

  private static CheckResult said(CheckResult result, String how) {
    return result.withHeadline(result.headline() + " (" + how + ")");
  }

  private static String words(CheckResult result) {
    return result.verdict().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
