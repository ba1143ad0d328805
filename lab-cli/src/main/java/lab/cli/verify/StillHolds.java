package lab.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import lab.check.CheckResult;
import lab.check.Verdict;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;
import lab.cli.course.Desk;
import lab.course.stage.Stage;
import lab.run.RunFolder;
import lab.run.Venue;
import lab.verify.Submission;
import lab.verify.Verification;
import lab.verify.VerifyListener;
import lab.verify.WarmRig;

/**
 * A last look at the files of what was passed, before the finish is told. Only checks that start
 * nothing are made again, and of these only those that look at files: a run or a prediction that
 * counted once goes on counting.
 */
public final class StillHolds {
  private StillHolds() {}

  /**
   * A stage that was passed with other files than those that stand there now.
   *
   * @param checks that fail now
   */
  public record Fallen(Stage stage, List<String> checks) {
    public Fallen {
      checks = List.copyOf(checks);
    }
  }

  /**
   * The first stage that does not hold any more; what was seen of it is put on record, for hints.
   * Stages whose reference was installed are left out.
   *
   * @throws IOException when what was seen cannot be kept
   * @throws InterruptedException when this thread was told to stop waiting
   */
  public static Optional<Fallen> first(Desk desk) throws IOException, InterruptedException {
    var progress = desk.journal().progress();
    for (var stage : desk.course().stages()) {
      var own = progress.of(stage.number());
      if (own.passed().isPresent() && !own.assisted()) {
        var fallen = look(desk, stage);
        if (fallen.isPresent()) {
          return fallen;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Fallen> look(Desk desk, Stage stage)
      throws IOException, InterruptedException {
    var settings = new VerifySettings(desk, Submission.ofLearner(desk.workspace().root(), stage));
    var wanted = settings.wanted(Venue.USUAL_SPEED, Optional.empty(), true);
    var scratch = new RunFolder("finish", desk.workspace().state().resolve("finish"));
    Files.createDirectories(scratch.path());
    try (var warm = WarmRig.forOne()) {
      var verified = Verification.run(wanted, scratch, warm, VerifyListener.NONE);
      var failed =
          verified.checks().stream()
              .filter(result -> result.verdict() == Verdict.FAIL && looksAtFiles(stage, result))
              .map(CheckResult::check)
              .toList();
      if (failed.isEmpty()) {
        return Optional.empty();
      }
      VerifyRecord.keepPart(desk.journal(), stage, verified);
      return Optional.of(new Fallen(stage, failed));
    }
  }

  private static boolean looksAtFiles(Stage stage, CheckResult result) {
    return stage
        .check(result.check())
        .map(CheckSpec::kind)
        .filter(CheckKind::looksAtFiles)
        .isPresent();
  }
}
