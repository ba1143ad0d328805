package lab.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lab.load.plan.Connection;

/**
 * Throughput of each mode under more than it can take, against what its slots allow.
 *
 * <p>The feed answers each poll after exactly 250 ms, the incident's mean at speed 10. A mode with
 * N slots is offered half as much again as N slots can serve; one without a fixed number is offered
 * more than pooled can take, and should keep up with it.
 */
final class CapacityBench {
  private static final double POLL_SECONDS = 0.25;
  private static final double WARM_UP_SECONDS = 8;
  private static final double OVERLOAD = 1.5;
  private static final double WITHOUT_SLOTS_PER_SECOND = 300;
  private static final double TARGET = 0.97;

  private CapacityBench() {}

  /** One mode as it is measured; 0 slots means no fixed number. */
  private record Subject(String mode, int slots, List<String> options) {
    String theory() {
      return slots == 0
          ? "arrivals, no slot to wait for"
          : slots + " slots / " + Math.round(POLL_SECONDS * 1000) + " ms a poll";
    }

    double theoryPerSecond() {
      return slots == 0 ? WITHOUT_SLOTS_PER_SECOND : slots / POLL_SECONDS;
    }

    double offeredPerSecond() {
      return slots == 0 ? WITHOUT_SLOTS_PER_SECOND : OVERLOAD * theoryPerSecond();
    }
  }

  /**
   * Prints the table.
   *
   * @param args the seconds that each mode is measured for
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    double seconds = Double.parseDouble(args[0]);
    var subjects =
        List.of(
            new Subject("sync", 2, List.of("--workers", "2")),
            new Subject("pooled", 40, List.of("--threads", "40")),
            new Subject("async", 0, List.of()),
            new Subject("virtual", 0, List.of()));
    System.out.printf(
        "%-8s %10s %10s %10s %7s  %s%n",
        "MODE", "OFFERED/s", "THEORY/s", "SERVED/s", "RATIO", "THEORY IS");
    boolean kept = true;
    try (var feed =
        ServerProgram.start(List.of(), "feed", "--min", "2", "--max", "2", "--speed", "8")) {
      for (var subject : subjects) {
        double served = measure(subject, feed.url(), seconds);
        double ratio = served / subject.theoryPerSecond();
        kept &= ratio >= TARGET;
        System.out.printf(
            "%-8s %10.1f %10.1f %10.2f %7.3f  %s%n",
            subject.mode(),
            subject.offeredPerSecond(),
            subject.theoryPerSecond(),
            served,
            ratio,
            subject.theory());
      }
    }
    System.out.printf("target: every ratio at least %.2f: %s%n", TARGET, kept ? "kept" : "MISSED");
    System.exit(kept ? 0 : 1);
  }

  private static double measure(Subject subject, String feed, double seconds)
      throws IOException, InterruptedException {
    var words = new ArrayList<String>();
    words.add(subject.mode());
    words.addAll(subject.options());
    words.addAll(List.of("--feed", feed, "--speed", "8", "--hash-iterations", "1"));
    try (var server = ServerProgram.start(List.of("-Xmx256m"), words.toArray(String[]::new))) {
      var samples =
          Traffic.replay(
              server.port(),
              "/check_feed",
              subject.offeredPerSecond(),
              WARM_UP_SECONDS + seconds,
              Connection.NEW);
      return Traffic.answered(samples, WARM_UP_SECONDS, WARM_UP_SECONDS + seconds) / seconds;
    }
  }
}
