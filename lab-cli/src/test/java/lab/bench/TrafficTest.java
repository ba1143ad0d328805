package lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import lab.load.sample.Answer;
import lab.load.sample.Moments;
import lab.load.sample.Outcome;
import lab.load.sample.Sample;
import org.junit.jupiter.api.Test;

class TrafficTest {
  /** A server at its capacity always owes some answers when the load ends. */
  @Test
  void whatWeStoppedOurselvesHasNotFailed() {
    var samples =
        Stream.of(Outcome.OK, Outcome.STOPPED, Outcome.BAD_GATEWAY, Outcome.REFUSED)
            .map(TrafficTest::sample)
            .toList();
    assertThat(Traffic.failed(samples)).isEqualTo(2);
    assertThat(Traffic.failed(List.of(sample(Outcome.STOPPED)))).isZero();
  }

  private static Sample sample(Outcome outcome) {
    var none = OptionalLong.empty();
    return new Sample(
        "b-0",
        "bench",
        "/",
        false,
        new Moments(0, 0, none, none, none, none, 1),
        OptionalInt.empty(),
        Answer.NONE,
        outcome,
        Optional.empty());
  }
}
