package lab.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StackTest {
  @Test
  void whoeverDidNotComeUpIsNamed() {
    var late = Stack.late(plan(), Set.of("feed"));
    assertThat(late.what())
        .isEqualTo(
            "The stack was not ready after 2 minutes: sync has not said that it is ready, nginx does not listen on port 9080.");
    assertThat(late.where()).isEqualTo("/somewhere/logs");
    assertThat(Stack.late(plan(), Set.of("feed", "sync")).what()).doesNotContain("sync");
  }

  private static StackPlan plan() {
    return new StackPlan(
        "lab0",
        Path.of("/somewhere"),
        Path.of("/sockets"),
        Path.of("/state"),
        10,
        Map.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(
            new ChildPlan("feed", List.of("feed"), OptionalInt.empty(), 0, false),
            new ChildPlan("sync", List.of("sync"), OptionalInt.empty(), 0, false),
            new ChildPlan("nginx", List.of("nginx"), OptionalInt.of(9080), 1, true)));
  }
}
