package lab.jshell.child;

/** The flag that every loop and method of a snippet looks at. */
public final class Stop {
  private static volatile boolean wanted;

  private Stop() {}

  /**
   * Called by woven-in code at each backward jump and at the start of each method.
   *
   * @throws Stopped when the person said stop
   */
  public static void check() {
    if (wanted) {
      throw new Stopped();
    }
  }

  static boolean isWanted() {
    return wanted;
  }

  static void want(boolean stop) {
    wanted = stop;
  }

  /** Ends a snippet that was told to stop. */
  static final class Stopped extends Error {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("stopped", null, false, false);
    }
  }
}
