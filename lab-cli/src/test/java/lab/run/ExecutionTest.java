package lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import lab.load.plan.Arrivals;
import lab.load.plan.Connection;
import lab.load.plan.Lane;
import lab.load.plan.Patience;
import lab.load.plan.Plan;
import lab.problem.Problem;
import lab.run.RunProgress.Phase;
import lab.stack.Program;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real requests to a real server; the events are those that a stuck sync writes. */
@Timeout(60)
class ExecutionTest {
  private static final int SPEED = 10;
  private static final int STATUS_OK = 200;
  private static final int STATUS_BUSY = 503;

  @TempDir Path folder;
  private HttpServer server;
  private volatile int status = STATUS_OK;
  private volatile @Nullable Problem loss;

  ExecutionTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
  }

  @BeforeEach
  void serve() throws IOException {
    Files.createFile(events());
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  @Test
  void aQueueThatTakesHoursOfRealTimeToDrainKeepsTheRun() throws Exception {
    var running = new AtomicReference<Execution>();
    var observed =
        run(
            running,
            progress -> {
              if (progress.phase() == Phase.LOAD) {
                report(2048);
              } else {
                running.get().stop();
              }
            });
    assertThat(observed.complete()).isTrue();
    assertThat(observed.samples()).isNotEmpty();
    assertThat(observed.recovery().deadRequests()).isEqualTo(2048);
    assertThat(observed.recovery().predictedSeconds()).isEqualTo(2048 * 2.5 / SPEED / 2);
    assertThat(observed.recovery().trouble()).isEmpty();
  }

  @Test
  void whateverGoesWrongInRecoveryKeepsTheRun() throws Exception {
    var observed =
        run(
            new AtomicReference<>(),
            progress -> {
              if (progress.phase() != Phase.LOAD) {
                throw new IllegalStateException("the screen is gone");
              }
            });
    assertThat(observed.complete()).isTrue();
    assertThat(observed.samples()).isNotEmpty();
    assertThat(observed.recovery().seconds()).isEmpty();
    assertThat(observed.recovery().trouble())
        .hasValueSatisfying(why -> assertThat(why).contains("the screen is gone"));
  }

  @Test
  void whatDoesNotRecoverIsWaitedForToTheLimitAndNoLonger() throws Exception {
    status = STATUS_BUSY;
    var observed = run(new AtomicReference<>(), _ -> {});
    assertThat(observed.recovery().seconds()).isEmpty();
    assertThat(observed.recovery().trouble()).isEmpty();
    assertThat(observed.recovery().watchedSeconds())
        .isGreaterThanOrEqualTo(RecoveryWatch.limitSeconds(0, SPEED));
  }

  @Test
  void recoveryIsSeenOnceThreeProbesInARowWereAnswered() throws Exception {
    var observed = run(new AtomicReference<>(), _ -> {});
    assertThat(observed.recovery().seconds()).isPresent();
  }

  @Test
  void theLimitIsOneAndAHalfTimesWhatIsPredicted() {
    assertThat(RecoveryWatch.limitSeconds(256, 10)).isEqualTo(384);
    assertThat(RecoveryWatch.limitSeconds(2560, 1)).isEqualTo(3840);
    assertThat(RecoveryWatch.limitSeconds(0, 1)).as("three probes at speed 1").isEqualTo(30);
    assertThat(RecoveryWatch.limitSeconds(0, 100)).isEqualTo(3);
  }

  @Test
  void whatWaitedBeforeTheRunIsToldApart() throws Exception {
    report(1005);
    var observed =
        run(new AtomicReference<>(), progress -> report(progress.phase() == Phase.LOAD ? 1100 : 0));
    assertThat(observed.waitedBefore()).isEqualTo(Map.of("sync", 1005L));
    assertThat(observed.gauges())
        .hasEntrySatisfying("sync", sync -> assertThat(sync.mostBacklog()).isEqualTo(1100));
  }

  @Test
  void theLossOfAProcessCutsTheLoadShort() throws Exception {
    var problem = new Problem("async has ended.", "", "");
    var observed = run(new AtomicReference<>(), _ -> loss = problem);
    assertThat(observed.complete()).isFalse();
    assertThat(observed.loss()).contains(problem);
    assertThat(observed.recovery().watchedSeconds()).isZero();
  }

  @Test
  void theLossOfAProcessAfterTheLoadEndsTheWatchAndKeepsTheRun() throws Exception {
    var observed =
        run(
            new AtomicReference<>(),
            progress -> {
              if (progress.phase() != Phase.LOAD) {
                loss = new Problem("async has ended.", "", "");
              }
            });
    assertThat(observed.complete()).isTrue();
    assertThat(observed.loss()).isEmpty();
    assertThat(observed.recovery().seconds()).isEmpty();
    assertThat(observed.recovery().trouble()).contains("async has ended.");
  }

  private Execution.Observed run(AtomicReference<Execution> running, Consumer<RunProgress> watcher)
      throws Exception {
    var length = Duration.ofMillis(300);
    var lane =
        new Lane.Requests(
            "probe",
            "/",
            20,
            Arrivals.CONSTANT,
            Connection.NEW,
            Patience.of(Duration.ofSeconds(1)),
            Duration.ZERO,
            length);
    var plan = new Plan(List.of(lane), length, 1);
    var target =
        new Execution.Target(
            server.getAddress().getPort(),
            "lab.r-0001",
            events(),
            new RecoveryForecast(Map.of(Program.SYNC, 2), 2.5 / SPEED),
            folder.resolve("no feed"),
            () -> Optional.ofNullable(loss));
    var execution =
        new Execution(
            plan,
            SPEED,
            target,
            new Traffic("probe", plan, "constant", true, List.of()),
            new RunFolder("r-0001", Files.createDirectory(folder.resolve("r-0001"))),
            watcher);
    running.set(execution);
    return execution.run();
  }

  private Path events() {
    return folder.resolve("events.ndjson");
  }

  private void report(int backlog) {
    try {
      Files.writeString(
          events(),
          """
          {"program":"sync","role":"arbiter","process":2727,"at":1795642268655756,"event":"gauge","in_flight":null,"queued":null,"backlog":%d,"cpu_micros":1040000,"rss_bytes":73105408,"threads":21,"dropped":0}
          """
              .formatted(backlog),
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
