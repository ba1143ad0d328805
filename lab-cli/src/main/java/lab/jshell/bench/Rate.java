package lab.jshell.bench;

/**
 * An arrival rate.
 *
 * @param perSecond requests, in real time; more than 0
 */
public record Rate(double perSecond) {
  public Rate {
    if (!(perSecond > 0)) {
      throw new IllegalArgumentException("a rate is more than 0 a second");
    }
  }
}
