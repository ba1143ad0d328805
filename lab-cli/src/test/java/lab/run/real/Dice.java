package lab.run.real;

import java.util.List;
import java.util.Random;

/** The choices of everything that makes configurations and requests: the same for the same seed. */
record Dice(Random random) {
  /** A number from 0 to one less than the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
