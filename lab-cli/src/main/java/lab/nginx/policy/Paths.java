package lab.nginx.policy;

import java.util.List;

/** Questions about paths and URIs as words. */
final class Paths {
  private Paths() {}

  /** Whether a step of the path goes up. */
  static boolean climbs(String path) {
    return List.of(path.split("[/\\\\]", -1)).contains("..");
  }

  /** Whether a step of the path goes up or nowhere. */
  static boolean steps(String path) {
    return climbs(path) || List.of(path.split("[/\\\\]", -1)).contains(".");
  }
}
