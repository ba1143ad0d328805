package lab.course.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lab.course.KilledJvm;
import lab.problem.ProblemException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("process")
class JournalIT {
  private static final int KILLS = 12;

  @TempDir Path state;

  @Test
  void whateverWasReportedAsSavedIsThereAfterKillNine() throws Exception {
    for (int kill = 1; kill <= KILLS; kill++) {
      var said =
          KilledJvm.saidBeforeItsEnd(
              3 * kill, (double) kill / KILLS, JournalWriter.class, state.toString(), "2000");
      long acknowledged = Long.parseLong(said.getLast());
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
    var command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 16; exec \"$@\"", "sh"));
    command.addAll(KilledJvm.commandOf(JournalWriter.class, state.toString(), "700"));
    var errors = state.resolve("err.txt");
    var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    long acknowledged = 0;
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        acknowledged = Long.parseLong(line);
      }
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(Files.readString(errors)).contains("The disk is full: this was not saved");
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
        new ProcessBuilder(KilledJvm.commandOf(LockHolder.class, state.toString())).start();
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
