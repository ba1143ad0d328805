package lab.nginx.routing.engine;

import java.util.Set;

/** Statuses that mean something to routing. */
final class Statuses {
  private static final Set<Integer> WITH_LOCATION = Set.of(301, 302, 303, 307, 308);

  private Statuses() {}

  /** Whether a status sends the client elsewhere. */
  static boolean redirects(int status) {
    return WITH_LOCATION.contains(status);
  }
}
