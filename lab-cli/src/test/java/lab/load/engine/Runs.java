package lab.load.engine;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lab.load.plan.Arrivals;
import lab.load.plan.Connection;
import lab.load.plan.Lane;
import lab.load.plan.Patience;
import lab.load.plan.Plan;
import lab.load.sample.Sample;

/** Small plans and their replays. */
final class Runs {
  static final Duration LONG = Duration.ofSeconds(30);

  private Runs() {}

  /** One request. */
  static Sample one(InetSocketAddress target, Patience patience) throws InterruptedException {
    return all(
            new Plan(List.of(requests(1, Connection.NEW, patience)), Duration.ofMillis(900), 1),
            target)
        .getFirst();
  }

  /** Every sample of a whole replay. */
  static List<Sample> all(Plan plan, InetSocketAddress target) throws InterruptedException {
    var samples = new ArrayList<Sample>();
    try (var replay = Replay.start(plan, target, "t", samples::add)) {
      replay.await();
    }
    return samples;
  }

  static Lane requests(double perSecond, Connection connection, Patience patience) {
    return new Lane.Requests(
        "check",
        "/check_feed",
        perSecond,
        Arrivals.CONSTANT,
        connection,
        patience,
        Duration.ZERO,
        LONG);
  }

  static Lane streams(int connections) {
    return new Lane.Streams(
        "stream", "/stream_feed", connections, Duration.ZERO, Patience.of(LONG), Duration.ZERO);
  }
}
