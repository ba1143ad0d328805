package lab.jshell.bench;

/**
 * How long a load lasts.
 *
 * @param seconds in real time; more than 0
 */
public record Length(double seconds) {
  public Length {
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("a length is more than 0 seconds");
    }
  }
}
