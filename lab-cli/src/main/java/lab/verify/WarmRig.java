package lab.verify;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lab.load.plan.Plan;
import lab.run.Assembly;
import lab.run.Traffic;
import lab.stack.StackSettings;
import lab.verify.arm.Rig;

/**
 * A stack that stays up from one verification to the next, as long as they want the same sizes and
 * speed, its programs live and its record has room. Every arm has fresh workers and a fresh nginx
 * all the same.
 */
public final class WarmRig implements AutoCloseable {
  /** Enough of a load to have the programs' code compiled, in real time. */
  private static final Duration WARM_UP = Duration.ofSeconds(12);

  private final Controls controls;
  private Optional<Rig> rig = Optional.empty();
  private Optional<StackSettings> settings = Optional.empty();

  /** Does something with a stack that was just started. */
  interface Warming {
    void warm(Rig rig) throws IOException, InterruptedException;
  }

  private WarmRig(Controls controls) {
    this.controls = controls;
  }

  /** For one verification, or several that each measure a control of their own. */
  public static WarmRig forOne() {
    return new WarmRig(Controls.ofOne());
  }

  /** For many verifications in one session, which share the controls that came out first. */
  public static WarmRig forSession() {
    return new WarmRig(Controls.ofSession());
  }

  static Traffic warmUp(Traffic traffic) {
    return new Traffic(
        traffic.label(),
        new Plan(traffic.plan().lanes(), WARM_UP, traffic.plan().seed()),
        traffic.arrivals(),
        false,
        List.of());
  }

  Rig ready(Assembly.Parts parts, Warming warming, Consumer<String> progress)
      throws IOException, InterruptedException {
    if (rig.filter(Rig::isFit).isPresent()
        && settings.filter(parts.settings()::equals).isPresent()) {
      return rig.get();
    }
    close();
    var opened = Rig.open(parts, progress);
    rig = Optional.of(opened);
    settings = Optional.of(parts.settings());
    warming.warm(opened);
    return opened;
  }

  Controls controls() {
    return controls;
  }

  @Override
  public void close() {
    rig.ifPresent(Rig::close);
    rig = Optional.empty();
  }
}
