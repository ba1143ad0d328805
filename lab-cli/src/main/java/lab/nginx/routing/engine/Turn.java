package lab.nginx.routing.engine;

import lab.nginx.routing.Outcome;

/** What a phase decides: where to go on, or how it ends. */
sealed interface Turn {
  /** Go on with a phase. */
  record To(Phase phase) implements Turn {}

  /** End with a status, unless {@code error_page} has another idea. */
  record Ended(int status, String reason) implements Turn {}

  /** The answer is on its way. */
  record Sent(Outcome outcome) implements Turn {}

  /** nginx's phases, as far as routing knows them, in order. */
  enum Phase {
    SERVER_REWRITE,
    FIND_LOCATION,
    REWRITE,
    POST_REWRITE,
    ACCESS,
    CONTENT
  }

  static Turn to(Phase phase) {
    return new To(phase);
  }

  static Turn ended(int status, String reason) {
    return new Ended(status, reason);
  }
}
