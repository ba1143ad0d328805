package server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {
  @Test
  void dividesEveryDuration() {
    assertThat(new Speed(10).of(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(3));
    assertThat(new Speed(2.5).ofSeconds(5)).isEqualTo(Duration.ofSeconds(2));
    assertThat(new Speed(0.5).ofSeconds(0)).isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void mustBeAPositiveNumber(double factor) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Speed(factor));
  }

  @Test
  void settingsRefuseWhatCannotWork() {
    assertThatIllegalArgumentException().isThrownBy(() -> settings(-1, 1, "http://h:1", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> settings(65_536, 1, "http://h:1", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> settings(1, 0, "http://h:1", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> settings(1, 1, "http://h", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> settings(1, 1, "http://h:1", 0));
  }

  private static ModeSettings settings(int port, int backlog, String feed, long hashIterations) {
    return new ModeSettings(
        "127.0.0.1",
        port,
        backlog,
        URI.create(feed),
        new Speed(1),
        hashIterations,
        "",
        Duration.ZERO);
  }
}
