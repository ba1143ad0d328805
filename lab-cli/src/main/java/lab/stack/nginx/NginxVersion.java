package lab.stack.nginx;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** nginx's own version, which decides what its defaults are. */
public record NginxVersion(int major, int minor, int patch) implements Comparable<NginxVersion> {
  private static final Pattern PRINTED = Pattern.compile("nginx/(\\d+)\\.(\\d+)\\.(\\d+)");
  private static final Comparator<NginxVersion> ORDER =
      Comparator.comparingInt(NginxVersion::major)
          .thenComparingInt(NginxVersion::minor)
          .thenComparingInt(NginxVersion::patch);

  /**
   * The oldest that the lab can start: older ones do not know {@code -e}, which keeps their first
   * words out of the system's log.
   *
   * <p>Source: nginx's CHANGES, 1.19.5.
   */
  static final NginxVersion OLDEST = new NginxVersion(1, 19, 5);

  /** The version in what {@code nginx -v} printed. */
  public static Optional<NginxVersion> in(String printed) {
    var matcher = PRINTED.matcher(printed);
    return matcher.find()
        ? Optional.of(
            new NginxVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3))))
        : Optional.empty();
  }

  /** Whether the lab can start it. */
  boolean isRecentEnough() {
    return compareTo(OLDEST) >= 0;
  }

  @Override
  public int compareTo(NginxVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
