package lab.jshell.bench;

/** The stack that is up. Nothing is started before it is looked at or used. */
public record Stack() {
  /**
   * One program of it.
   *
   * @param name sync, pooled, async or virtual
   */
  public Mode mode(String name) {
    return new Mode(name);
  }

  /**
   * Starts the stack anew with every route of nginx sent to one mode. Open streams end.
   *
   * @param mode sync, pooled, async or virtual; or {@code as-is} for nginx.conf as it stands
   */
  public Stack sendAllTo(String mode) {
    Lab.ask("stack.route", mode);
    return this;
  }

  /** Its programs, one a line. */
  @Override
  public String toString() {
    return Text.of(Lab.ask("stack")).toString();
  }
}
