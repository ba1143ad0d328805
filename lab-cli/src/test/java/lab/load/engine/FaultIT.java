package lab.load.engine;

import static org.assertj.core.api.Assertions.assertThat;

import lab.load.sample.Phase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each way in which an answer can fail: told apart by phase and cause, and asked for once only. */
@Tag("process")
@Timeout(120)
class FaultIT {
  @ParameterizedTest
  @EnumSource
  void everyFaultHasItsPhaseAndItsCauseAndIsAskedForOnce(Fault fault) throws Exception {
    var provoked = fault.provoke();
    var sample = provoked.sample();
    var failure = sample.failure().orElseThrow();
    assertThat(failure.phase()).as(failure.toString()).isEqualTo(fault.phase());
    assertThat(failure.cause()).as(failure.toString()).isEqualTo(fault.cause());
    assertThat(sample.outcome()).isEqualTo(fault.outcome());
    assertThat(sample.answer().status().isPresent()).isEqualTo(fault.phase() == Phase.BODY);
    assertThat(sample.moments().sent().isPresent()).isEqualTo(fault.phase() != Phase.CONNECT);
    assertThat(provoked.connections()).isEqualTo(fault.requests());
    assertThat(provoked.requests()).isEqualTo(fault.requests());
  }
}
