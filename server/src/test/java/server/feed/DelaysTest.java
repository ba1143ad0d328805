package server.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import server.feed.Delays.Spread;
import server.settings.Speed;

class DelaysTest {
  private static final int DRAWS = 1_000;

  private static List<Duration> draw(long seed, Spread spread, double min, double max, double k) {
    var delays = new Delays(new SplittableRandom(seed), spread, min, max, new Speed(k));
    return Stream.generate(delays::next).limit(DRAWS).toList();
  }

  @Test
  void integerDelaysAreAllWholeSecondsBothEndsIncluded() {
    assertThat(draw(1, Spread.INTEGER, 0, 5, 1))
        .containsOnly(
            Stream.iterate(0, n -> n + 1)
                .limit(6)
                .map(Duration::ofSeconds)
                .toArray(Duration[]::new));
  }

  @Test
  void uniformDelaysLieBetweenTheEndsAndSpread() {
    var delays = draw(1, Spread.UNIFORM, 1, 2, 1);
    assertThat(delays).allMatch(delay -> delay.toMillis() >= 1_000 && delay.toMillis() <= 2_000);
    assertThat(delays.stream().distinct().count()).isGreaterThan(DRAWS / 2);
    assertThat(draw(1, Spread.UNIFORM, 2, 2, 1)).containsOnly(Duration.ofSeconds(2));
  }

  @Test
  void theSameSeedGivesTheSameDelaysAndAnotherDoesNot() {
    assertThat(draw(7, Spread.UNIFORM, 0, 5, 1))
        .isEqualTo(draw(7, Spread.UNIFORM, 0, 5, 1))
        .isNotEqualTo(draw(8, Spread.UNIFORM, 0, 5, 1));
  }

  @Test
  void speedDividesThem() {
    assertThat(draw(1, Spread.INTEGER, 5, 5, 10)).containsOnly(Duration.ofMillis(500));
  }

  @Test
  void endsOutOfOrderOrBrokenAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> draw(1, Spread.UNIFORM, 3, 2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> draw(1, Spread.UNIFORM, -1, 2, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draw(1, Spread.UNIFORM, 0, Double.NaN, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> draw(1, Spread.INTEGER, 0.5, 2, 1));
  }

  @Test
  void everyFaultHasAWordAndNoOtherWordIsOne() {
    for (var fault : Fault.values()) {
      assertThat(Fault.of(fault.word())).contains(fault);
    }
    assertThat(Fault.of("explode")).isEmpty();
  }
}
