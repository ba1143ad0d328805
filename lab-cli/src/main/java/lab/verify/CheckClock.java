package lab.verify;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import lab.check.CheckResult;
import lab.check.CheckResult.Reason;
import lab.check.Signs;
import lab.check.Verdict;
import lab.check.spec.CheckSpec;
import lab.check.spec.LoadSpec;
import lab.course.stage.Stage;
import lab.run.RunProgress;

/**
 * Gives each check its time. One that runs over is given up: its load and its stack are ended, and
 * the result says what was waited for. That is never a failure of the learner's.
 */
final class CheckClock implements VerifyListener {
  /** Replays of one load that a check may ask for: control, yours, both again, and what-ifs. */
  private static final int MOST_REPLAYS = 8;

  private final Stage stage;
  private final WarmRig warm;
  private final VerifyListener listener;
  private final Set<String> overrun = new HashSet<>();
  private volatile String doing = "";

  /**
   * Prepares a clock.
   *
   * @param warm the stack that is ended when a check runs over
   * @param listener told all that this one hears
   */
  CheckClock(Stage stage, WarmRig warm, VerifyListener listener) {
    this.stage = stage;
    this.warm = warm;
    this.listener = listener;
  }

  /**
   * Judges a check within its time. The replays that its load needs do not count: a slower replay
   * is no slower check.
   *
   * @param speed the replay factor that is applied, as far as it is known
   * @throws IOException when the evidence cannot be kept
   * @throws InterruptedException when this thread was told to stop waiting; nothing runs on
   */
  CheckResult judge(CheckSpec check, IntSupplier speed, TimeLimit.Work<CheckResult> work)
      throws IOException, InterruptedException {
    var load = check.kind().load().flatMap(stage::load);
    if (load.map(LoadSpec::id).filter(overrun::contains).isPresent()) {
      return givenUp(check, "the load '%s' ran over before".formatted(load.get().id()));
    }
    doing = "judging whether " + check.title();
    var result =
        TimeLimit.within(
            () -> check.timeout().plus(replays(load, speed.getAsInt())),
            "check " + check.id(),
            work);
    if (result.isPresent()) {
      return result.get();
    }
    load.map(LoadSpec::id).ifPresent(overrun::add);
    warm.close();
    return givenUp(check, doing);
  }

  private static Duration replays(Optional<LoadSpec> load, int speed) {
    double seconds = load.map(LoadSpec::seconds).orElse(0.0) * MOST_REPLAYS / speed;
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static CheckResult givenUp(CheckSpec check, String waitedFor) {
    var limit = words(check.timeout());
    return new CheckResult(
        check.id(),
        check.title(),
        Verdict.INCONCLUSIVE,
        "given up after " + limit,
        Optional.of(
            new Reason(
                "a verdict within " + limit + ", replays of traffic not counted",
                "still at work then: " + waitedFor,
                List.of(),
                "A slow or busy machine is no fault of yours, and neither is a lab that hangs.",
                List.of("lab doctor", "lab verify --check " + check.id()))),
        List.of(Signs.MACHINE_BUSY),
        Map.of());
  }

  private static String words(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  @Override
  public void says(String words) {
    doing = words;
    listener.says(words);
  }

  @Override
  public void plays(String arm, RunProgress progress) {
    var load = progress.load();
    doing =
        String.format(
            Locale.ROOT,
            "playing %s, %.1f of %.1f s",
            arm,
            load.elapsed().toNanos() / 1e9,
            load.planned().toNanos() / 1e9);
    listener.plays(arm, progress);
  }

  @Override
  public void judged(CheckResult result) {
    listener.judged(result);
  }
}
