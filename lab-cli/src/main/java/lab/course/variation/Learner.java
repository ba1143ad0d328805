package lab.course.variation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Who learns here, as far as the numbers of their incident depend on it.
 *
 * @param name any word; empty for the numbers of the original incident
 * @param salt of the course, so that a name alone does not tell the numbers; may be blank
 */
public record Learner(Optional<String> name, String salt) {
  private static final int SHOWN_DIGITS = 4;
  private static final int[] WORKERS = {2, 2, 2, 3};

  /** Nobody in particular, who gets the numbers of the original incident. */
  public static Learner anybody() {
    return new Learner(Optional.empty(), "");
  }

  /** The numbers of an incident for this learner. */
  public Variation variation(Incident incident) {
    return switch (incident) {
      case NIGHT -> name.isEmpty() ? Variation.original() : drawn(incident);
      case CAPACITY -> name.isEmpty() ? new Variation(2, 8, 1, 6, 2, 45, 75, 3) : drawn(incident);
    };
  }

  /** Four digits by which a learner knows their numbers from a neighbour's. */
  public String seed() {
    return name.isEmpty()
        ? "original"
        : HexFormat.of().withUpperCase().formatHex(digest("")).substring(0, SHOWN_DIGITS);
  }

  private Variation drawn(Incident incident) {
    long seed = ByteBuffer.wrap(digest(incident.label())).getLong();
    return draw(seed);
  }

  /**
   * Numbers from a seed: delays and workers first, then a rate that the constraints of {@link
   * Variation} leave room for, then sizes.
   */
  static Variation draw(long seed) {
    var random = new SplittableRandom(seed);
    int min = random.nextInt(0, 2);
    int max = random.nextInt(min + 4, min + 7);
    int workers = WORKERS[random.nextInt(WORKERS.length)];
    double mean = (min + max) / 2.0;
    var rates = new ArrayList<Integer>();
    for (int rate = 6; rate <= 15; rate++) {
      if (rate * mean >= 18 && rate * mean <= 36) {
        rates.add(rate);
      }
    }
    int rate = rates.get(random.nextInt(rates.size()));
    int least = Math.ceilDiv(10 * rate * (min + max), 14);
    int threads = random.nextInt(least, least + 8);
    int streams = (threads * 3 + 1) / 2 + random.nextInt(0, 25);
    return new Variation(seed, rate, min, max, workers, threads, streams, random.nextInt(2, 4));
  }

  private byte[] digest(String purpose) {
    try {
      var text = String.join("\n", salt, name.orElse(""), purpose);
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
