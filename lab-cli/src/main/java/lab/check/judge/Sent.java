package lab.check.judge;

import java.util.ArrayList;
import java.util.List;
import lab.check.evidence.Arm;
import lab.load.sample.Outcome;
import lab.load.sample.Percentiles;
import lab.load.sample.Timings;

/**
 * Whether a load was really sent as planned: a count of what was never asked for proves nothing.
 */
final class Sent {
  /** So many of the plan's requests may stay behind, as a share. */
  private static final double MOST_UNSENT = 0.01;

  /** Later than this part of the load is another load: fewer are in flight than were planned. */
  private static final int LATE_SHARE_OF_LOAD = 20;

  private Sent() {}

  /**
   * Why an arm decides nothing, a sentence each: its machine was unfit, or requests stayed behind.
   */
  static List<String> faults(Arm arm) {
    var faults = new ArrayList<>(arm.health().complaints());
    if (unsent(arm) > planned(arm) * MOST_UNSENT) {
      faults.add(
          "only %d of the %d requests of the plan were sent"
              .formatted(planned(arm) - unsent(arm), planned(arm)));
    }
    return faults;
  }

  /** Whether all of a load was sent, and as it was planned, whatever neighbours did. */
  static boolean whole(Arm arm) {
    return arm.health().fitButForNeighbours() && unsent(arm) <= planned(arm) * MOST_UNSENT;
  }

  private static long planned(Arm arm) {
    return arm.samples().size();
  }

  private static long unsent(Arm arm) {
    return arm.samples().stream().filter(sample -> !sample.outcome().wasSent()).count();
  }

  /**
   * Whether the bytes left in time, not only the pacer: a generator that was starved after it had
   * let its requests go has kept fewer in flight than its schedule lag tells. Nothing was in time
   * where nothing was sent.
   */
  static boolean inTime(Arm arm) {
    var sent =
        arm.samples().stream().filter(sample -> sample.outcome() != Outcome.NOT_SENT).toList();
    var late = Percentiles.of(Timings.onWire(sent));
    return late.count() > 0
        && late.p99().multipliedBy(LATE_SHARE_OF_LOAD).compareTo(arm.planned()) <= 0;
  }
}
