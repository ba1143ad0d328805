package lab.check.judge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lab.check.Tenths;
import lab.check.evidence.Arm;
import lab.load.sample.Sample;

/**
 * What a lane of polls would have in flight if none had to wait, against the slots of its mode.
 *
 * <p>Source: J. D. C. Little, A Proof for the Queuing Formula L = λW, Operations Research 9(3),
 * 1961.
 */
final class Offered {
  private static final String POLL = "/check_feed";
  private static final int CLIENT_LEFT = 499;

  private Offered() {}

  /**
   * The bound as a line, where it alone explains a failure: more is in flight than there are slots.
   * A lane that nginx splits, or answers or refuses in part, offers a mode less than its own rate,
   * and is left out.
   *
   * @param mode one with a fixed number of slots, to which every poll of the lane goes
   */
  static Optional<String> line(LaneView view, String mode) {
    var arm = view.arm();
    if (view.judged().isEmpty()) {
      return Optional.empty();
    }
    var lane = arm.lane(view.judged().getFirst().lane());
    if (!lane.stream().allMatch(sample -> sample.route().equals(POLL)) || isKeptBack(arm, lane)) {
      return Optional.empty();
    }
    var setting = arm.setting();
    double perSecond = lane.size() / (arm.planned().toNanos() / 1e9) / setting.speed();
    double inFlight = perSecond * setting.meanPollSeconds();
    int slots = setting.computing(mode);
    return inFlight <= slots
        ? Optional.empty()
        : Optional.of(
            "offered: %s/s x %s s = %s in flight; %s has %d %s"
                .formatted(
                    Tenths.of(perSecond),
                    Tenths.of(setting.meanPollSeconds()),
                    Tenths.of(inFlight),
                    mode,
                    slots,
                    slots == 1 ? "slot" : "slots"));
  }

  /**
   * Whether nginx kept some of a lane from the application: by a cache, a limit, its own answer.
   */
  private static boolean isKeptBack(Arm arm, List<Sample> lane) {
    Set<String> requests = lane.stream().map(Sample::nonce).collect(Collectors.toSet());
    return arm.passages().stream()
        .filter(passage -> requests.contains(passage.request()))
        .anyMatch(passage -> passage.upstreams().isEmpty() && passage.status() != CLIENT_LEFT);
  }
}
