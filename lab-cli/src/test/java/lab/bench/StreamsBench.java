package lab.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lab.load.engine.Replay;
import lab.load.plan.Lane;
import lab.load.plan.Patience;
import lab.load.plan.Plan;
import lab.load.sample.Sample;

/** Streams that one async process of a 256 MB heap holds, and what they cost it. */
final class StreamsBench {
  private static final int RAMP_PER_SECOND = 1_000;
  private static final int STEADY_SECONDS = 10;

  private StreamsBench() {}

  /**
   * Prints one row: streams asked for and alive, ticks a second, memory, processor, threads.
   *
   * @param args how many streams
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int streams = Integer.parseInt(args[0]);
    long alive;
    try (var feed = ServerProgram.start(List.of("-Xmx256m"), "feed");
        var async =
            ServerProgram.start(
                List.of("-Xmx256m", "-XX:+UseSerialGC"),
                "async",
                "--feed",
                feed.url(),
                "--backlog",
                "4096",
                "--hash-iterations",
                "1")) {
      long idleKilobytes = async.status("VmRSS");
      alive = hold(async, streams, idleKilobytes);
    }
    // Not inside: an exit would leave the programs running.
    System.exit(alive == streams ? 0 : 1);
  }

  private static long hold(ServerProgram async, int streams, long idleKilobytes)
      throws IOException, InterruptedException {
    var ramp = Duration.ofMillis(1000L * streams / RAMP_PER_SECOND);
    // Two of the feed's longest answers, so that every stream has ticked before it is looked at.
    var steadyFrom = ramp.plusSeconds(10);
    var length = steadyFrom.plusSeconds(STEADY_SECONDS);
    var lane =
        new Lane.Streams(
            "bench", "/stream_feed", streams, ramp, Patience.of(length), Duration.ZERO);
    var target = new InetSocketAddress(InetAddress.getLoopbackAddress(), async.port());
    var samples = new ArrayList<Sample>();
    try (var replay = Replay.start(new Plan(List.of(lane), length, 1), target, "b", samples::add)) {
      awaitElapsed(replay, steadyFrom);
      long ticksBefore = replay.progress().lanes().getFirst().ticks();
      long cpuBefore = async.cpuNanos();
      long begun = System.nanoTime();
      awaitElapsed(replay, length.minusSeconds(1));
      double seconds = (System.nanoTime() - begun) / 1e9;
      double cpu = (async.cpuNanos() - cpuBefore) / 1e9 / seconds;
      double ticks = (replay.progress().lanes().getFirst().ticks() - ticksBefore) / seconds;
      long megabytes = async.status("VmRSS") / 1024;
      long threads = async.status("Threads");
      replay.await();
      long alive = samples.stream().filter(StreamsBench::lived).count();
      System.out.printf(
          "%8d %8d %10.0f %10d %12.1f %8.0f %% %8d%n",
          streams,
          alive,
          ticks,
          megabytes,
          (megabytes * 1024.0 - idleKilobytes) / streams,
          cpu * 100,
          threads);
      return alive;
    }
  }

  private static boolean lived(Sample sample) {
    return sample.failure().isEmpty() && !sample.answer().ticks().isEmpty();
  }

  private static void awaitElapsed(Replay replay, Duration moment) throws InterruptedException {
    while (replay.progress().elapsed().compareTo(moment) < 0) {
      Thread.sleep(50);
    }
  }
}
