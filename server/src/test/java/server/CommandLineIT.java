package server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import server.testing.Await;
import server.testing.Client;
import server.testing.Events;
import server.testing.ServerProcess;

/** Programs started by hand: bad usage, taken ports, other folders, and their ends. */
@Tag("process")
class CommandLineIT {
  private static ServerProcess run(Object... arguments) {
    return ServerProcess.start(ServerProcess.jar(), List.of(), arguments);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pooled --speed 0",
        "pooled --port 70000",
        "async --feed nowhere",
        "sync --workers 0",
        "pooled --threads 0",
        "pooled --max-connections 0",
        "virtual --grace -1",
        "feed --grace -1",
        "feed --min 3 --max 2",
        "feed --min 0.5",
        "calibrate",
        "fault --control x blow-up"
      })
  void badUsageIsOneLineAndExit2(String line) {
    try (var program = run((Object[]) line.split(" ", -1))) {
      assertThat(program.exitCode()).isEqualTo(2);
      Await.until("its complaint", () -> !program.err().isEmpty());
      assertThat(program.err()).hasSize(1).first().asString().contains("--help");
      assertThat(program.out()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "feed, --min",
    "sync, --workers",
    "pooled, --threads",
    "async, --blocking-feed",
    "virtual, --grace"
  })
  void helpTellsHowToStartEachByHand(String program, String own) {
    try (var help = run(program, "--help")) {
      assertThat(help.exitCode()).isZero();
      Await.until("its help", () -> String.join("\n", help.out()).contains(own));
      assertThat(String.join("\n", help.out())).contains("--port", "--speed", "--events");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"feed", "sync", "pooled", "async", "virtual"})
  void aTakenPortIsOneLineAndExit4(String program) {
    try (var holder = ServerProcess.serving("feed")) {
      var port = Integer.toString(holder.port());
      var second =
          program.equals("feed")
              ? run("feed", "--port", port)
              : run(program, "--port", port, "--hash-iterations", 1);
      assertThat(second.exitCode()).isEqualTo(4);
      Await.until("its complaint", () -> !second.err().isEmpty());
      assertThat(second.err()).hasSize(1).first().asString().contains(port, "--port");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "async --feed http://no.such.invalid:1,     no.such.invalid, --feed",
    "sync --feed http://no.such.invalid:1,      no.such.invalid, --feed",
    "pooled --host no.such.invalid,             no.such.invalid, --host",
    "sync --host no.such.invalid,               no.such.invalid, --host",
    "feed --host no.such.invalid,               no.such.invalid, --host",
    "virtual --port 0 --host 192.0.2.1,         ssign,           --host",
    "sync --port 0 --host 192.0.2.1,            ssign,           --host",
    "feed --port 0 --host 192.0.2.1,            ssign,           --host"
  })
  void anAddressThatDoesNotServeIsOneLineWithItsReasonAndExit4(
      String line, String reason, String option) {
    var rounds = line.startsWith("feed") ? "" : " --hash-iterations 1";
    try (var program = run((Object[]) (line + rounds).split(" ", -1))) {
      assertThat(program.exitCode()).isEqualTo(4);
      Await.until("its complaint", () -> !program.err().isEmpty());
      assertThat(program.err()).hasSize(1).first().asString().contains(reason, option);
      assertThat(program.err().getFirst()).doesNotContain("taken");
    }
  }

  @Test
  void noFeedToSwitchIsExit4() {
    assertThat(run("fault", "--control", "/nowhere/socket", "cut").exitCode()).isEqualTo(4);
  }

  @Test
  void nobodyAtTheEventSocketIsExit4() {
    assertThat(run("feed", "--port", 0, "--events", "/nowhere/socket").exitCode()).isEqualTo(4);
  }

  @Test
  void workersAreFoundFromAnyFolderWithBlanksInItsName(@TempDir Path folder) throws IOException {
    var home = Files.createDirectories(folder.resolve("a folder/of mine"));
    var jar = Files.copy(ServerProcess.jar(), home.resolve("server.jar"));
    Files.createSymbolicLink(home.resolve("lib"), ServerProcess.jar().resolveSibling("lib"));
    try (var sync =
        ServerProcess.start(jar, List.of(), "sync", "--port", 0, "--hash-iterations", 1)) {
      Await.until("ready " + sync.err(), () -> !sync.out().isEmpty());
      assertThat(Client.get(sync.port(), "/", "n").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"feed", "pooled", "async", "virtual"})
  void itEndsWithItsStandardInput(String program) throws IOException {
    var options =
        program.equals("feed")
            ? new Object[] {"--exit-with-stdin"}
            : new Object[] {"--exit-with-stdin", "--hash-iterations", 1};
    try (var running = ServerProcess.serving(program, options)) {
      running.process().getOutputStream().close();
      assertThat(running.exitCode()).isZero();
    }
  }

  @Test
  void syncEndsWithItsParent() {
    try (var events = Events.listen();
        var parent = ServerProcess.serving("feed");
        var sync =
            ServerProcess.serving(
                "sync",
                "--hash-iterations",
                1,
                "--events",
                events.path(),
                "--parent-pid",
                parent.pid())) {
      parent.kill();
      assertThat(sync.exitCode()).isZero();
      Await.until(
          "no worker left",
          () ->
              events
                  .named("worker_started")
                  .noneMatch(worker -> ServerProcess.runs(worker.get("pid").asLong())));
    }
  }

  @Test
  void aWorkerWhoseArbiterIsGoneBeforeItStartedEndsToo() {
    try (var other = ServerProcess.serving("feed");
        var orphan =
            run(
                "worker",
                "--slot",
                1,
                "--arbiter-pid",
                other.pid(),
                "--beat-millis",
                100,
                "--hash-iterations",
                1)) {
      assertThat(orphan.exitCode()).isZero();
    }
  }

  @Test
  void calibrationFollowsTheSpeed() {
    long slow = calibrated("1");
    long quick = calibrated("10");
    assertThat((double) slow / quick).isBetween(5.0, 20.0);
  }

  @Test
  void aCalibrationThatNobodyWaitsForEndsWithItsWorker() throws IOException {
    try (var program = run("calibrate", "--mode", "sync", "--exit-with-stdin")) {
      Await.until("its worker", () -> program.process().children().findAny().isPresent());
      var worker = program.process().children().findAny().orElseThrow();
      program.process().getOutputStream().close();
      assertThat(program.exitCode()).isZero();
      assertThat(program.out()).as("it did not measure to the end").isEmpty();
      Await.until("worker gone", () -> !worker.isAlive());
    }
  }

  private static long calibrated(String speed) {
    var program = run("calibrate", "--mode", "sync", "--speed", speed);
    assertThat(program.exitCode()).isZero();
    Await.until("its number", () -> !program.out().isEmpty());
    return Long.parseLong(program.out().getFirst());
  }
}
