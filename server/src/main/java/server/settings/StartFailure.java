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

  /**
   * The system does not let us listen there.
   *
   * @param refusal of the system; the reason is told in its words, unless the port is taken
   */
  public static StartFailure cannotListen(String host, int port, Throwable refusal) {
    var reason = rootOf(refusal).getMessage();
    return reason != null && reason.contains("in use")
        ? new StartFailure(
            host + ":" + port + " is taken",
            "end the program that listens there or choose another --port")
        : new StartFailure(
            "cannot listen at " + host + ":" + port + ": " + reason,
            "choose another --host or --port");
  }

  private static Throwable rootOf(Throwable failure) {
    var root = failure;
    for (var cause = root.getCause(); cause != null; cause = root.getCause()) {
      root = cause;
    }
    return root;
  }

  /** What to do now. */
  public String next() {
    return next;
  }
}
