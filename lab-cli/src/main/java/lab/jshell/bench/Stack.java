package lab.jshell.bench;

/**
 * The stack that is up.
 *
 * @param text its programs, to look at
 */
public record Stack(Text text) {
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
    return new Stack(Text.of(Lab.ask("stack.route", mode)));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
