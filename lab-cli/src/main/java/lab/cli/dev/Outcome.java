package lab.cli.dev;

import java.util.Optional;
import lab.check.CheckResult;
import lab.verify.Verified;

/**
 * What came of one submission of a stage.
 *
 * @param stage its folder's name
 * @param what starter, solution, or the id of a right or a wrong answer
 * @param fine whether it is as the author says
 * @param cannotTell whether the machine was too busy to say: neither fine nor a fault
 * @param text what came out, in a sentence
 * @param decisive the check that this rests on; empty where none stood out
 * @param verified everything that was found out
 */
record Outcome(
    String stage,
    String what,
    boolean fine,
    boolean cannotTell,
    String text,
    Optional<CheckResult> decisive,
    Verified verified) {}
