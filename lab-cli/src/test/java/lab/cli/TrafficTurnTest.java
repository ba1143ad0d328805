package lab.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import lab.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficTurnTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path state;

  @Test
  void aSecondVerificationIsRefusedUntilTheFirstHasEnded() {
    try (var _ = TrafficTurn.take(state, false)) {
      assertThatThrownBy(() -> TrafficTurn.take(state, false))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("at work");
      TrafficTurn.take(state, true).close();
    }
    TrafficTurn.take(state, false).close();
  }
}
