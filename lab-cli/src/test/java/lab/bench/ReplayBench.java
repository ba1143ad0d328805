package lab.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import lab.load.plan.Connection;
import lab.load.sample.Outcome;
import lab.load.sample.Percentiles;
import lab.load.sample.Timings;

/** The replay engine at one rate: what it kept, how late its bytes left, what it cost. */
final class ReplayBench {
  private ReplayBench() {}

  /**
   * Prints {@code name=value} pairs on one line: rate asked for, answered a second, on-wire
   * lateness p50 and p99 in microseconds, processor seconds of this process so far.
   *
   * @param args port, route, requests a second, seconds
   */
  public static void main(String[] args) throws InterruptedException {
    int port = Integer.parseInt(args[0]);
    double perSecond = Double.parseDouble(args[2]);
    double seconds = Double.parseDouble(args[3]);
    var samples = Traffic.replay(port, args[1], perSecond, seconds, Connection.KEEP_ALIVE);
    long ok = samples.stream().filter(sample -> sample.outcome() == Outcome.OK).count();
    long begun = samples.stream().mapToLong(sample -> sample.moments().intended()).min().orElse(0);
    long ended = samples.stream().mapToLong(sample -> sample.moments().end()).max().orElse(1);
    var onWire = Percentiles.of(Timings.onWire(samples));
    System.out.printf(
        Locale.ROOT,
        "asked=%.0f answered=%d failed=%d per_second=%.1f onwire_p50_us=%d onwire_p99_us=%d cpu=%.2f%n",
        perSecond,
        ok,
        Traffic.failed(samples),
        ok / ((ended - begun) / 1e9),
        onWire.p50().toNanos() / 1000,
        onWire.p99().toNanos() / 1000,
        cpuSeconds());
  }

  private static double cpuSeconds() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }
}
