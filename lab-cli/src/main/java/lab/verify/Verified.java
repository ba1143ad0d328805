package lab.verify;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import lab.check.CheckResult;
import lab.check.Credit;
import lab.check.Signs;
import lab.check.Verdict;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;
import lab.course.stage.Stage;

/**
 * What {@code verify.json} holds: everything that was found out about a stage.
 *
 * @param schema name and version of this form
 * @param stage such as {@code 08-reroute}
 * @param run such as {@code r-0042}; its folder holds the evidence
 * @param at when it began
 * @param speed the replay factor that was applied; 1 where no traffic was made
 * @param verdict over all checks
 * @param points earned for certain
 * @param outOf of so many that were judged
 * @param checks in the order of the stage
 * @param repeated the results of the first trial, where there was a second
 * @param notes what the learner should know about how it was done
 * @param foretold predictions beside the truth; none before the stage has passed, and in files from
 *     before there was this field
 * @param replaySeconds how long loads were played, of all the time it took
 * @param seconds how long it took
 */
public record Verified(
    String schema,
    String stage,
    String run,
    Instant at,
    int speed,
    Verdict verdict,
    int points,
    int outOf,
    List<CheckResult> checks,
    List<CheckResult> repeated,
    List<String> notes,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Foretold> foretold,
    double replaySeconds,
    double seconds) {
  /** Name and version of the form. */
  public static final String SCHEMA = "lab/verify/1";

  public Verified {
    checks = List.copyOf(checks);
    repeated = List.copyOf(repeated);
    notes = List.copyOf(notes);
    foretold = List.copyOf(foretold);
  }

  /** Points that only a person can give, beside those that are earned. */
  public int openPoints() {
    return checks.stream().flatMap(one -> one.credit().stream()).mapToInt(Credit::open).sum();
  }

  /** The checks that have not passed and that stand in the way. */
  public List<CheckResult> open(Stage stage) {
    return checks.stream()
        .filter(one -> one.verdict() != Verdict.PASS)
        .filter(one -> !isAside(stage, one))
        .toList();
  }

  /** The verdict over the results of a stage. */
  static Verdict over(Stage stage, Collection<CheckResult> results) {
    return Verdict.over(
        results.stream().filter(one -> !isAside(stage, one)).map(CheckResult::verdict).toList());
  }

  /**
   * Whether a result that is no pass takes none back: this version cannot judge it; or it was to
   * show what edits buy that have passed, and the machine was too busy to tell.
   */
  private static boolean isAside(Stage stage, CheckResult result) {
    return stage.check(result.check()).map(CheckSpec::kind).stream()
        .anyMatch(kind ->
            kind instanceof CheckKind.NotInThisVersion
                || (kind instanceof CheckKind.Causality && result.verdict().isUndecided()));
  }

  /** Whether all that stands in the way is points that only a person can give. */
  public boolean toBeRead(Stage stage) {
    var open = open(stage);
    return !open.isEmpty() && open.stream().allMatch(one -> one.signs().contains(Signs.TO_BE_READ));
  }
}
