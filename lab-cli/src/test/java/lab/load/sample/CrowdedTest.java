package lab.load.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrowdedTest {
  @Test
  void aBusyNeighbourIsBorneAndOneWhoTakesAllIsNot() {
    assertThat(Crowded.by(0.45)).isFalse();
    assertThat(Crowded.by(0.9)).isTrue();
  }
}
