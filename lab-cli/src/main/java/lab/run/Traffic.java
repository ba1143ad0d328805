package lab.run;

import java.util.List;
import java.util.Locale;
import lab.load.plan.Plan;

/**
 * What is sent in one run, in real time, before the speed.
 *
 * @param label the word for it
 * @param plan lanes, length and seed
 * @param arrivals constant, poisson, or mixed where lanes differ
 * @param recovery whether the application is watched after the load until it has recovered;
 *     otherwise what is in flight when the load ends is let go
 * @param orders what the feed is told meanwhile, in order of time
 */
public record Traffic(
    String label, Plan plan, String arrivals, boolean recovery, List<FeedOrder> orders) {
  public Traffic {
    orders = List.copyOf(orders);
  }

  /**
   * Something that the feed is told.
   *
   * @param atSeconds from the start of the load, in real time
   * @param word such as {@code hang} or {@code normal}
   */
  public record FeedOrder(double atSeconds, String word) {}

  /** A scenario of {@code lab run}. */
  public static Traffic of(Scenario scenario, Scenario.Options options) {
    return new Traffic(
        scenario.label(),
        scenario.plan(options),
        options.arrivals().name().toLowerCase(Locale.ROOT),
        true,
        List.of());
  }
}
