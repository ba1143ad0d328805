package lab.nginx.routing.pattern;

/** Patience for several searches together; each character that is read takes one step. */
public final class Steps {
  private int left;

  /**
   * @param most steps in all
   */
  public Steps(int most) {
    this.left = most;
  }

  /** Whether all are taken. */
  public boolean usedUp() {
    return left <= 0;
  }

  /** Takes a step; false when there is none left. */
  boolean take() {
    return --left >= 0;
  }
}
