package lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.load.plan.Arrivals;
import lab.load.plan.Connection;
import lab.load.plan.Lane;
import lab.load.plan.Patience;
import lab.load.plan.Plan;
import lab.nginx.syntax.closure.Configuration;
import lab.run.Assembly;
import lab.run.KeptCalibration;
import lab.run.RunFolder;
import lab.run.Traffic;
import lab.stack.ServerJar;
import lab.stack.StackSettings;
import lab.stack.StartTurn;
import lab.verify.arm.Rig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stack that stays up, with its real programs. */
@Tag("process")
@Tag("side-by-side")
@Timeout(180)
class WarmRigIT {
  private static final Path SHIPPED =
      Path.of("..", "nginx", "nginx.conf").toAbsolutePath().normalize();

  private static final long FULL_BYTES = 300L << 20;

  @TempDir private Path folder;

  @BeforeEach
  void calibrated() throws IOException {
    KeptCalibration.lend(folder.resolve(".lab"));
  }

  /** What the programs report would be lost, and a lost event proves that nobody was served. */
  @Test
  void aStackWhoseRecordIsFullGivesWayToANewOne() throws Exception {
    try (var warm = WarmRig.forOne()) {
      var first = ready(warm);
      assertThat(ready(warm)).isSameAs(first);
      fill(folder.resolve("stack/events.ndjson"));
      var second = ready(warm);
      assertThat(second).isNotSameAs(first);
      assertThat(second.isFit()).isTrue();
    }
  }

  /** For that moment its ports are free, and another lab that starts would choose them. */
  @Test
  void aRestartWaitsUntilNoOtherLabStarts() throws Exception {
    try (var warm = WarmRig.forOne()) {
      var rig = ready(warm);
      var conf = folder.resolve("nginx.conf");
      Files.writeString(conf, Files.readString(SHIPPED).replace("http://sync", "http://async"));
      var replay = Thread.ofPlatform().unstarted(() -> play(rig, Configuration.load(conf)));
      try (var _ = StartTurn.take(() -> {})) {
        replay.start();
        while (replay.isAlive() && !waitsForTurn(replay)) {
          Thread.onSpinWait();
        }
        assertThat(waitsForTurn(replay)).isTrue();
        replay.interrupt();
        replay.join();
      }
      assertThat(ready(warm)).as("it is still up").isSameAs(rig);
    }
  }

  private void play(Rig rig, Configuration configuration) {
    var second = Duration.ofSeconds(1);
    var lane =
        new Lane.Requests(
            "probe",
            "/",
            1,
            Arrivals.CONSTANT,
            Connection.NEW,
            Patience.of(second),
            Duration.ZERO,
            second);
    var traffic =
        new Traffic("hello", new Plan(List.of(lane), second, 1), "constant", false, List.of());
    try {
      rig.play("yours", configuration, traffic, new RunFolder("r", folder.resolve("arm")), _ -> {});
    } catch (IOException | InterruptedException gaveUpWaiting) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean waitsForTurn(Thread thread) {
    return Stream.of(thread.getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals(StartTurn.class.getName()));
  }

  /** nginx knows whole seconds only: two of them allow speed 2, and the shipped file ten. */
  @Test
  void aFileThatAllowsAnotherSpeedGetsAnotherStack() throws Exception {
    var cached = folder.resolve("nginx.conf");
    var shipped = Files.readString(SHIPPED);
    Files.writeString(
        cached,
        shipped.replace(
            "    server {\n        listen",
            "    proxy_cache_valid 200 2s;\n    server {\n        listen"));
    assertThat(Files.readString(cached)).isNotEqualTo(shipped);
    try (var warm = WarmRig.forOne()) {
      assertThat(ready(warm, SHIPPED).speed()).isEqualTo(10);
      assertThat(ready(warm, cached).speed()).isEqualTo(2);
    }
  }

  private Rig ready(WarmRig warm) throws IOException, InterruptedException {
    return ready(warm, SHIPPED);
  }

  private Rig ready(WarmRig warm, Path file) throws IOException, InterruptedException {
    return warm.ready(
        new Assembly.Parts(
            Configuration.load(file),
            folder.resolve(".lab"),
            folder.resolve("stack"),
            new ServerJar(Path.of(System.getProperty("lab.server.jar"))),
            StackSettings.incident(10, 1),
            Optional.empty()),
        _ -> {},
        _ -> {});
  }

  /** With holes, so that it takes no disk. */
  private static void fill(Path record) throws IOException {
    try (var file = new RandomAccessFile(record.toFile(), "rw")) {
      assertThat(file.length()).isPositive();
      file.setLength(FULL_BYTES);
    }
  }
}
