package lab.cli.verify;

import java.util.Optional;
import lab.check.CheckResult;
import lab.course.journal.Event;
import lab.course.journal.Journal;
import lab.course.stage.Stage;
import lab.verify.Verified;

/** What the journal keeps of a verification. */
public final class VerifyRecord {
  private VerifyRecord() {}

  /** Puts the verification of a whole stage on record: this is what can pass it. */
  public static void keep(Journal journal, Stage stage, Verified verified) {
    var results = verified.checks().stream().map(VerifyRecord::result).toList();
    journal.append(
        new Event.Verified(
            stage.number(),
            Optional.of(verified.run()),
            results,
            verified.open(stage).isEmpty(),
            verified.toBeRead(stage)));
  }

  /**
   * Puts on record what was seen of some checks, for hints only. Where it is what the record shows
   * already, nothing is written: there is such a verification at every save.
   *
   * @return whether something was written
   */
  public static boolean keepPart(Journal journal, Stage stage, Verified verified) {
    var results =
        verified.checks().stream().map(VerifyRecord::result).filter(Event.Result::judged).toList();
    boolean news = !journal.progress().of(stage.number()).results().containsAll(results);
    if (news) {
      journal.append(new Event.Checked(stage.number(), results));
    }
    return news;
  }

  private static Event.Result result(CheckResult result) {
    return new Event.Result(result.check(), result.verdict(), result.signs());
  }
}
