package lab.course.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lab.course.variation.Learner;
import lab.course.variation.Numbers;
import lab.course.variation.Variation;
import lab.problem.FaultyFileException;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.stack.StackSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFileTest {
  private static final Variation NIGHT = Variation.original();

  @TempDir Path root;

  private StackFile read(String text) throws IOException {
    Files.writeString(root.resolve(StackFile.NAME), text);
    return read();
  }

  private StackFile read() {
    return StackFile.read(
        root.resolve(StackFile.NAME), StackFile.NAME, NIGHT, Numbers.of(NIGHT, Learner.anybody()));
  }

  @Test
  void withoutAFileTheSizesAreAsShipped() {
    assertThat(read()).isEqualTo(new StackFile(2, 40));
  }

  @Test
  void whatIsLeftOutIsAsShippedAndNumbersMayStandInBraces() throws IOException {
    assertThat(read("# eight\nsync-workers: 8   # processes\n")).isEqualTo(new StackFile(8, 40));
    assertThat(read("pool-threads: {plan}\n")).isEqualTo(new StackFile(2, 28));
    assertThat(read("")).isEqualTo(new StackFile(2, 40));
  }

  @Test
  void tellsEveryFaultByItsLine() {
    assertThatThrownBy(() -> read("sync-workers: 17\npool-threds: 3\npool-threads: many\n"))
        .isInstanceOfSatisfying(
            FaultyFileException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::where)
                    .containsExactly("stack.yaml:1", "stack.yaml:2", "stack.yaml:3"))
        .hasMessageContaining("'sync-workers' is '17'")
        .hasMessageContaining("'pool-threds' is no key");
  }

  @Test
  void theSizesReachTheStackAndCostMemory() throws IOException {
    var file = read("sync-workers: 8\npool-threads: 100\n");

    assertThat(file.in(StackSettings.incident(10, 1)))
        .extracting(StackSettings::syncWorkers, StackSettings::poolThreads)
        .containsExactly(8, 100);
    assertThat(file.megabytes()).isEqualTo(580);
    assertThat(file.words()).contains("8 workers", "100 threads", "580 MB");
  }

  @Test
  void aFaultIsPlacedOnALineThatTheFileHas() {
    for (var text : List.of("sync-workers: lots\nb: [1, 2\n", "sync-workers: lots\nb: \"open")) {
      assertThatThrownBy(() -> read(text))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e ->
                  assertThat(e.problems())
                      .extracting(Problem::where)
                      .containsExactly("stack.yaml:2"));
    }
  }
}
