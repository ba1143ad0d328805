package lab.run;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lab.load.engine.Replay;
import lab.load.plan.Plan;
import lab.load.sample.Outcome;
import lab.load.sample.Sample;
import lab.problem.ProblemException;
import lab.run.RunProgress.RecoveryProgress;
import lab.run.RunResult.Recovery;

/**
 * Probes the title page after a load until it answers again and nothing waits any more.
 *
 * <p>The load is measured by then: whatever goes wrong here is told in the result and thrown at
 * nobody.
 */
final class RecoveryWatch {
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final double WATCH_FACTOR = 1.5;
  private static final double AT_LEAST_SECONDS = 3;

  /** In real time, so that three probes of it are answered at speed 1, too. */
  private static final double AT_LEAST_REAL_SECONDS = 30;

  private static final int ANSWERS_IN_A_ROW = 3;

  private final Scene scene;
  private final Gauges gauges;
  private final int speed;
  private final long seed;

  /** What is watched, and who is told. */
  interface Scene {
    /** Starts traffic beside the load. */
    Replay start(Plan traffic, Consumer<Sample> sink);

    /** Takes in what the programs have reported meanwhile. */
    void look() throws IOException;

    /** Shows how it stands. */
    void tell(RecoveryProgress progress);

    /** Whether somebody wants the end of it. */
    boolean stopped();
  }

  RecoveryWatch(Scene scene, Gauges gauges, int speed, long seed) {
    this.scene = scene;
    this.gauges = gauges;
    this.speed = speed;
    this.seed = seed;
  }

  /**
   * For how long recovery is waited for, in seconds of the run.
   *
   * @param predictedSeconds of the run; not negative
   */
  static double limitSeconds(double predictedSeconds, int speed) {
    double least = Math.max(AT_LEAST_SECONDS, AT_LEAST_REAL_SECONDS / speed);
    return Math.max(least, predictedSeconds * WATCH_FACTOR);
  }

  /**
   * Watches until it has recovered, the time is over, or somebody wants the end of it.
   *
   * @throws InterruptedException when this thread was told to stop waiting
   */
  Recovery watch(RecoveryForecast forecast) throws InterruptedException {
    long dead = gauges.all().values().stream().mapToLong(Gauges.ModeGauge::waiting).sum();
    double predicted = forecast.seconds(gauges);
    var probes = new CopyOnWriteArrayList<Sample>();
    Optional<Double> recovered = Optional.empty();
    Optional<String> trouble = Optional.empty();
    double watched = 0;
    double limit = limitSeconds(predicted, speed);
    try (var probing = scene.start(probes(limit), probes::add)) {
      while (!scene.stopped() && recovered.isEmpty() && watched < limit) {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
        scene.look();
        watched = probing.progress().elapsed().toNanos() / 1e9;
        scene.tell(new RecoveryProgress(predicted, watched));
        recovered = nothingWaits() ? firstOfARow(probes) : Optional.empty();
      }
      probing.stop();
    } catch (IOException | RuntimeException e) {
      trouble = Optional.of(words(e));
    }
    return new Recovery(predicted, dead, recovered, watched, trouble);
  }

  private Plan probes(double limitSeconds) {
    return Scenario.recoveryProbe(Duration.ofMillis(Math.round(limitSeconds * 1000 * speed)), seed)
        .atSpeed(speed);
  }

  private boolean nothingWaits() {
    return gauges.all().values().stream().allMatch(mode -> mode.waiting() == 0);
  }

  /** When the first of the last probes was due that all have been answered. */
  private static Optional<Double> firstOfARow(List<Sample> probes) {
    var byTime = new TreeMap<Long, Sample>();
    probes.forEach(probe -> byTime.put(probe.moments().intended(), probe));
    var last = byTime.descendingMap().values().stream().limit(ANSWERS_IN_A_ROW).toList();
    boolean all =
        last.size() == ANSWERS_IN_A_ROW
            && last.stream().allMatch(probe -> probe.outcome() == Outcome.OK);
    return all ? Optional.of(last.getLast().moments().intended() / 1e9) : Optional.empty();
  }

  private static String words(Exception e) {
    return e instanceof ProblemException problems
        ? problems.problems().getFirst().what()
        : e.toString();
  }
}
