package lab.check.evidence;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.load.sample.Sample;

/**
 * One replay of a load against one configuration, with all witnesses.
 *
 * @param name such as {@code control}, {@code yours}, {@code undo /check_feed}
 * @param nonce the stack's own, which every answer of this stack carries
 * @param planned length of the load, as it passed
 * @param samples what the clients saw
 * @param services what the servers say
 * @param passages what nginx says
 * @param reasons nginx's own words for its errors, by route, counted
 * @param modes the mode behind each port
 * @param peaks each mode at its highest
 */
public record Arm(
    String name,
    String nonce,
    Duration planned,
    Setting setting,
    List<Sample> samples,
    List<Service> services,
    List<Passage> passages,
    Map<String, Map<String, Long>> reasons,
    Map<Integer, String> modes,
    Map<String, Peak> peaks,
    Health health) {
  public Arm {
    samples = List.copyOf(samples);
    services = List.copyOf(services);
    passages = List.copyOf(passages);
    reasons = Map.copyOf(reasons);
    modes = Map.copyOf(modes);
    peaks = Map.copyOf(peaks);
  }

  /** The samples of one lane. */
  public List<Sample> lane(String name) {
    return samples.stream().filter(sample -> sample.lane().equals(name)).toList();
  }

  /** The mode that an upstream address belongs to; empty for a stranger. */
  public Optional<String> modeAt(String address) {
    int colon = address.lastIndexOf(':');
    try {
      return colon < 0
          ? Optional.empty()
          : Optional.ofNullable(modes.get(Integer.parseInt(address.substring(colon + 1))));
    } catch (NumberFormatException notAPort) {
      return Optional.empty();
    }
  }

  public Peak peak(String mode) {
    return peaks.getOrDefault(mode, Peak.NONE);
  }
}
