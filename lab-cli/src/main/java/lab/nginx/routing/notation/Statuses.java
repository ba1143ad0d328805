package lab.nginx.routing.notation;

import java.util.Set;

/** Statuses that mean something to routing. */
public final class Statuses {
  private static final Set<Integer> WITH_LOCATION = Set.of(301, 302, 303, 307, 308);

  private Statuses() {}

  /** Whether a status sends the client elsewhere. */
  public static boolean redirects(int status) {
    return WITH_LOCATION.contains(status);
  }
}
