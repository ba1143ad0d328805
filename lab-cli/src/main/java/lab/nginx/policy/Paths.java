package lab.nginx.policy;

import java.util.List;

/** Questions about paths and URIs as words. */
final class Paths {
  private Paths() {}

  /** Whether a step of the path goes up. */
  static boolean climbs(String path) {
    return List.of(path.split("[/\\\\]", -1)).contains("..");
  }
}
