package server.settings;

/**
 * A program cannot start or do its work because of its surroundings, which a person can put right.
 *
 * <p>Shown as one line without a stack trace.
 */
public final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String next;

  /**
   * @param what is wrong, one clause
   * @param next what to do now, one clause
   */
  public StartFailure(String what, String next) {
    super(what);
    this.next = next;
  }

  /** Someone else listens there. */
  public static StartFailure portTaken(String host, int port) {
    return new StartFailure(
        host + ":" + port + " is taken",
        "end the program that listens there or choose another --port");
  }

  /** What to do now. */
  public String next() {
    return next;
  }
}
