package lab.nginx.routing;

/**
 * One thing that nginx did on the way.
 *
 * @param kind what sort of thing
 * @param text a sentence without its full stop
 */
public record Step(Kind kind, String text) {
  /** The sorts of thing that happen to a request. */
  public enum Kind {
    SERVER,
    LOCATION,
    REWRITE,
    REDIRECT,
    ACCESS,
    FILE,
    UPSTREAM,
    ANSWER
  }
}
