package lab.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StackSettingsTest {
  private final StackSettings night = StackSettings.incident(10, 1);

  @Test
  void theSpeedIsNoDifference() {
    assertThat(night.differencesTo(night.atSpeed(1))).isEmpty();
  }

  @Test
  void differencesNameWhatIsThereInsteadOfWhatWasWanted() {
    assertThat(night.differencesTo(night.withSizes(3, 40)))
        .containsExactly("sync workers 3 instead of 2");
    assertThat(night.differencesTo(new StackSettings(10, 7, 2, 54, 2048, 30, 1, 5, false)))
        .containsExactly(
            "pool threads 54 instead of 40", "feed 1-5 s instead of 0-5 s", "seed 7 instead of 1");
  }
}
