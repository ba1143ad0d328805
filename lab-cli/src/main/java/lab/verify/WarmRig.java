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
 * A stack that stays up from one verification to the next, as long as they want the same sizes of
 * the same build, their files allow the same speed, its programs live and its record has room.
 * Every arm has fresh workers and a fresh nginx all the same.
 */
public final class WarmRig implements AutoCloseable {
  /**
   * Real time, at every speed, in which the programs' code is loaded and compiled. Where five of
   * them share two cores that takes all there is for about as long, and a control that is played
   * meanwhile measures the compiler.
   */
  private static final Duration WARM_UP = Duration.ofSeconds(6);

  private final Controls controls;
  private Optional<Up> up = Optional.empty();

  /**
   * The stack that is up.
   *
   * @param asked what it was asked for; the speed may be lower, where the file allows no more
   * @param build of its programs: old ones must never answer for new code
   */
  private record Up(Rig rig, StackSettings asked, String build) {
    boolean suits(Assembly.Parts parts, String wanted) {
      return rig.isFit()
          && asked.equals(parts.settings())
          && build.equals(wanted)
          && rig.suits(parts.configuration(), asked.speed());
    }
  }

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

  /** The beginning of a load, to be played to a stack that was just started and then forgotten. */
  static Traffic warmUp(Traffic traffic, int speed) {
    return new Traffic(
        traffic.label(),
        new Plan(traffic.plan().lanes(), WARM_UP.multipliedBy(speed), traffic.plan().seed()),
        traffic.arrivals(),
        false,
        List.of());
  }

  Rig ready(Assembly.Parts parts, Warming warming, Consumer<String> progress)
      throws IOException, InterruptedException {
    var build = parts.serverJar().build();
    var suiting = up.filter(stack -> stack.suits(parts, build));
    if (suiting.isPresent()) {
      return suiting.get().rig();
    }
    close();
    var opened = Rig.open(parts, progress);
    up = Optional.of(new Up(opened, parts.settings(), build));
    warming.warm(opened);
    return opened;
  }

  Controls controls() {
    return controls;
  }

  @Override
  public void close() {
    up.map(Up::rig).ifPresent(Rig::close);
    up = Optional.empty();
  }
}
