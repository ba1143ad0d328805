package lab.course.variation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
  private final Numbers numbers = Numbers.of(Variation.original(), Learner.anybody());

  @Test
  void leavesBracesAloneThatAreNoNumbers() {
    var nginx = "location / { proxy_pass http://sync; } ${rate} {} { rate }";

    assertThat(numbers.in(nginx)).isEqualTo(nginx);
    assertThat(numbers.unknown(nginx)).isEmpty();
  }

  @Test
  void namesWhatStandsForNothing() {
    assertThat(numbers.unknown("{rate} and {ratte} and {sync-capacty}"))
        .containsExactly("ratte", "sync-capacty");
    assertThat(numbers.in("{ratte}")).isEqualTo("{ratte}");
  }

  @Test
  void roundsToTwoPlacesWithoutTrailingZeros() {
    var odd = new Variation(7, 7, 1, 6, 3, 40, 61, 2);

    assertThat(Numbers.of(odd, Learner.anybody()).in("{mean} {sync-capacity} {offered}"))
        .isEqualTo("3.5 0.86 24.5");
  }
}
