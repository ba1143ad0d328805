package lab.bench;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lab.load.engine.Replay;
import lab.load.plan.Arrivals;
import lab.load.plan.Connection;
import lab.load.plan.Lane;
import lab.load.plan.Patience;
import lab.load.plan.Plan;
import lab.load.sample.Outcome;
import lab.load.sample.Sample;

/** One lane of requests at a constant rate, replayed to its end. */
final class Traffic {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Traffic() {}

  /** Every sample of a replay; {@code seconds} long, at {@code perSecond}. */
  static List<Sample> replay(
      int port, String route, double perSecond, double seconds, Connection connection)
      throws InterruptedException {
    var length = Duration.ofNanos(Math.round(seconds * 1e9));
    var lane =
        new Lane.Requests(
            "bench",
            route,
            perSecond,
            Arrivals.CONSTANT,
            connection,
            Patience.of(PATIENCE),
            Duration.ZERO,
            length);
    var samples = new ArrayList<Sample>();
    var target = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (var replay = Replay.start(new Plan(List.of(lane), length, 1), target, "b", samples::add)) {
      // What the server still owes at the end of the load is not part of a capacity.
      while (replay.progress().elapsed().compareTo(length) < 0) {
        Thread.sleep(20);
      }
      replay.stop();
      replay.await();
    }
    return samples;
  }

  /** Those that did not end well; what we stopped ourselves says nothing about the server. */
  static long failed(List<Sample> samples) {
    return samples.stream()
        .map(Sample::outcome)
        .filter(outcome -> outcome != Outcome.OK && outcome != Outcome.STOPPED)
        .count();
  }

  /** Whole 2xx answers that ended between two moments of the plan, in seconds. */
  static long answered(List<Sample> samples, double from, double to) {
    return samples.stream()
        .filter(sample -> sample.outcome() == Outcome.OK)
        .map(sample -> sample.moments().end() / 1e9)
        .filter(end -> end >= from && end < to)
        .count();
  }
}
