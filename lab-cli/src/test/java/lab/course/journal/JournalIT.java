package lab.course.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lab.problem.ProblemException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("process")
@Tag("side-by-side")
class JournalIT {
  private static final int KILLS = 12;

  @TempDir Path state;

  private Process writer(List<String> before, String... more) throws IOException {
    var line = new ArrayList<>(before);
    line.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            JournalWriter.class.getName(),
            state.toString()));
    line.addAll(List.of(more));
    return new ProcessBuilder(line).redirectError(state.resolve("err.txt").toFile()).start();
  }

  @Test
  void whateverWasReportedAsSavedIsThereAfterKillNine() throws Exception {
    long acknowledged = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      var process = writer(List.of(), "2000");
      try (var out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (int line = 0; line < 3 * kill; line++) {
          acknowledged = Long.parseLong(out.readLine());
        }
        process.destroyForcibly();
        for (var late = out.readLine(); late != null && !late.isEmpty(); late = out.readLine()) {
          acknowledged =
              late.matches("\\d+") ? Math.max(acknowledged, Long.parseLong(late)) : acknowledged;
        }
      } catch (IOException streamClosedByTheKill) {
        // what was read until then counts
      }
      process.waitFor();
      var journal = Journal.open(state, Clock.systemUTC());
      assertThat(journal.entries().size()).isGreaterThanOrEqualTo((int) acknowledged);
      assertThat(journal.entries())
          .extracting(Entry::number)
          .isEqualTo(
              java.util.stream.LongStream.rangeClosed(1, journal.entries().size())
                  .boxed()
                  .toList());
    }
    Journal.open(state, Clock.systemUTC()).append(new Event.Begun("02"));
    assertThat(Journal.open(state, Clock.systemUTC()).notices()).isEmpty();
  }

  @Test
  void aDiskThatTakesNoMoreIsToldAndTheJournalStaysWhole() throws Exception {
    // The kernel refuses to let a file of this process grow beyond 16 blocks, like a full disk.
    var process = writer(List.of("sh", "-c", "ulimit -f 16; exec \"$@\"", "sh"), "700");
    long acknowledged = 0;
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        acknowledged = Long.parseLong(line);
      }
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(Files.readString(state.resolve("err.txt")))
        .contains("The disk is full: this was not saved");
    var journal = Journal.open(state, Clock.systemUTC());
    assertThat(journal.notices()).isEmpty();
    assertThat(acknowledged).isPositive();
    assertThat(journal.entries()).hasSize((int) acknowledged);
    journal.append(new Event.Begun("02"));
    assertThat(Journal.open(state, Clock.systemUTC()).entries()).hasSize((int) acknowledged + 1);
  }

  @Test
  void anotherLabThatHoldsTheLockIsNamed() throws Exception {
    var holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                state.toString())
            .start();
    try {
      assertThat(holder.inputReader().readLine()).isEqualTo("held");
      assertThatThrownBy(() -> FolderLock.take(state, Duration.ofMillis(100)))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("(pid " + holder.pid() + ")");
    } finally {
      holder.destroyForcibly().waitFor();
    }
    // Its end gave the lock back.
    FolderLock.take(state, Duration.ofSeconds(10)).close();
  }
}
