package lab.nginx.routing.notation;

import java.util.Set;

/** Statuses that mean something to routing. */
public final class Statuses {
  private static final Set<Integer> WITH_LOCATION = Set.of(301, 302, 303, 307, 308);

  /**
   * Closed on purpose, timed out, and left by the client; {@code return 499 text} is an answer all
   * the same.
   *
   * <p>Source: nginx, {@code ngx_http_finalize_request}.
   */
  private static final Set<Integer> CLOSING = Set.of(444, 408, 499);

  private Statuses() {}

  /** Whether an answer with this status has a body: of these two nginx sends the head alone. */
  public static boolean haveBody(int status) {
    return status != 204 && status != 304;
  }

  /** Whether nginx ends the connection without an answer when a request ends with this status. */
  public static boolean close(int status) {
    return CLOSING.contains(status);
  }

  /** Whether a status sends the client elsewhere. */
  public static boolean redirects(int status) {
    return WITH_LOCATION.contains(status);
  }
}
