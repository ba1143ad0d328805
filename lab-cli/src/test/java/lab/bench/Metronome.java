package lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * How far requests arrived from an even beat, by nginx's own clock.
 *
 * <p>Arrival n of a plan of r a second is due at n / r after the first beat; the beat is laid so
 * that half of the arrivals are early and half late. nginx tells milliseconds, so that less than
 * one cannot be told from none.
 */
final class Metronome {
  private Metronome() {}

  /**
   * Prints p50, p99 and max of the distances, in milliseconds.
   *
   * @param args a log with one arrival a line in seconds, and requests a second
   */
  public static void main(String[] args) throws IOException {
    var arrivals =
        Files.readAllLines(Path.of(args[0])).stream()
            .mapToDouble(Double::parseDouble)
            .sorted()
            .toArray();
    double perSecond = Double.parseDouble(args[1]);
    if (arrivals.length < 2) {
      System.err.println("no arrivals in " + args[0]);
      System.exit(1);
    }
    var offsets = new double[arrivals.length];
    for (int n = 0; n < arrivals.length; n++) {
      offsets[n] = (arrivals[n] - arrivals[0]) - n / perSecond;
    }
    Arrays.sort(offsets);
    double beat = offsets[offsets.length / 2];
    var distances =
        Arrays.stream(offsets).map(offset -> Math.abs(offset - beat)).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "arrivals=%d off_p50_ms=%.2f off_p99_ms=%.2f off_max_ms=%.2f%n",
        distances.length,
        distances[distances.length / 2] * 1000,
        distances[(int) (distances.length * 0.99)] * 1000,
        distances[distances.length - 1] * 1000);
  }
}
