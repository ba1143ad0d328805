package lab.nginx.grammar;

import java.util.Comparator;

/** A release of nginx, such as 1.25.1. */
public record Release(int major, int minor, int patch) implements Comparable<Release> {
  private static final Comparator<Release> ORDER =
      Comparator.comparingInt(Release::major)
          .thenComparingInt(Release::minor)
          .thenComparingInt(Release::patch);

  /** The newest whose directives the table knows. */
  public static final Release NEWEST = new Release(1, 31, 4);

  static Release parse(String text) {
    var parts = text.split("\\.", -1);
    return new Release(
        Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  @Override
  public int compareTo(Release other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
