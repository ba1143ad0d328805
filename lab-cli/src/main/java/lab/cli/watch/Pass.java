package lab.cli.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Consumer;
import lab.check.CheckResult;
import lab.cli.TrafficTurn;
import lab.cli.course.Desk;
import lab.cli.verify.VerifySettings;
import lab.cli.verify.VerifyView;
import lab.cli.watch.Agenda.Work;
import lab.course.files.UnderWay;
import lab.course.stage.Stage;
import lab.run.RunFolder;
import lab.run.RunProgress;
import lab.run.Venue;
import lab.verify.Submission;
import lab.verify.Verification;
import lab.verify.Verified;
import lab.verify.VerifyListener;
import lab.verify.WarmRig;

/**
 * One judgement of the watched stage.
 *
 * @param desk as it is now: predictions and runs may have come from another terminal
 * @param warm a stack that stays up from one full pass to the next
 */
record Pass(Desk desk, Stage stage, Work work, WarmRig warm) {
  /** Judges on a thread of its own and tells how it goes. */
  Thread start(Consumer<Told> listener) {
    return Thread.ofPlatform()
        .daemon()
        .name("watch-pass")
        .start(() -> {
          try {
            listener.accept(new Told.Done(judge(listener)));
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          } catch (Throwable failure) {
            listener.accept(new Told.Failed(failure));
          }
        });
  }

  /**
   * Judges.
   *
   * @throws lab.problem.ProblemException when a file of the stage or the machine is not fit
   * @throws IOException when nothing can be kept
   * @throws InterruptedException when this thread was told to stop waiting
   */
  Verified judge(Consumer<Told> listener) throws IOException, InterruptedException {
    var submission = Submission.ofLearner(desk.workspace().root(), stage);
    var settings = new VerifySettings(desk, submission);
    boolean fast = work == Work.FAST;
    var wanted = settings.wanted(Venue.USUAL_SPEED, Optional.empty(), fast);
    var state = desk.workspace().state();
    try (var _ = TrafficTurn.take(state, fast)) {
      if (fast) {
        return Verification.run(wanted, scratch(), warm, new Teller(listener));
      }
      var folder = RunFolder.next(desk.workspace().runs());
      try (var _ = UnderWay.run(state, "verify " + stage.number(), folder.id())) {
        var verified = Verification.run(wanted, folder, warm, new Teller(listener));
        folder.becomeLatest();
        return verified;
      }
    }
  }

  /** A fast pass leaves no run behind: there would be one for every save. */
  private RunFolder scratch() throws IOException {
    var path = desk.workspace().state().resolve("watch");
    return new RunFolder("watch", Files.createDirectories(path));
  }

  private record Teller(Consumer<Told> listener) implements VerifyListener {
    @Override
    public void says(String words) {
      listener.accept(new Told.Progress("  ....  " + words, VerifyView.NOW + words));
    }

    @Override
    public void plays(String arm, RunProgress progress) {
      listener.accept(
          new Told.Progress(VerifyView.line(arm, progress), VerifyView.words(arm, progress)));
    }

    @Override
    public void judged(CheckResult result) {
      listener.accept(new Told.Judged(result));
    }
  }
}
