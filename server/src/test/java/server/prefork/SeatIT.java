package server.prefork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import server.events.Event;
import server.events.Event.Worker.Step;
import server.events.EventSink;
import server.testing.Await;

/** One seat, with shell scripts as its workers. */
@Tag("process")
class SeatIT {
  private static final Duration SILENCE = Duration.ofSeconds(2);
  private static final Duration FOREVER = Duration.ofMinutes(5);

  private final Queue<Step> steps = new ConcurrentLinkedQueue<>();
  private Seat seat = seat("exit 0", FOREVER);

  private Seat seat(String script, Duration boot) {
    var events =
        new EventSink() {
          @Override
          public void emit(Event event) {
            if (event instanceof Event.Worker life) {
              steps.add(life.step());
            }
          }

          @Override
          public long dropped() {
            return 0;
          }

          @Override
          public void close() {}
        };
    return new Seat(1, List.of("sh", "-c", script), boot, SILENCE, events);
  }

  @AfterEach
  void end() throws InterruptedException {
    seat.clear(Duration.ZERO);
  }

  @Test
  void aWorkerThatBeatsAgainWhileItsThreadsAreShownIsSpared(@TempDir Path folder) {
    var shown = folder.resolve("shown");
    seat =
        seat(
            """
            trap 'printf "\\0JNI global refs\\n"; echo >> "%s"' QUIT
            printf '\\0'
            while :; do sleep 0.05; done
            """
                .formatted(shown),
            FOREVER);
    Await.until(
        "two silences",
        () -> {
          seat.attend();
          return lines(shown) >= 2;
        });
    assertThat(steps).containsExactlyInAnyOrder(Step.STARTED, Step.READY);
  }

  @Test
  void aWorkerThatStaysSilentIsKilledAndReplaced() {
    seat = seat("trap '' QUIT; printf '\\0'; exec sleep 600", FOREVER);
    Await.until(
        "a replacement",
        () -> {
          seat.attend();
          return steps.stream().filter(Step.READY::equals).count() == 2;
        });
    assertThat(steps)
        .containsExactlyInAnyOrder(
            Step.STARTED, Step.READY, Step.KILLED, Step.EXITED, Step.STARTED, Step.READY);
  }

  @Test
  void aWorkerThatNeverBeatsIsKilledAfterItsBoot() {
    seat = seat("trap '' QUIT; exec sleep 600", Duration.ofMillis(200));
    seat.attend();
    Await.until(
        "its end",
        () -> {
          seat.guard();
          return seat.isDeserted();
        });
    assertThat(steps).containsExactly(Step.STARTED, Step.KILLED);
  }

  private static long lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
