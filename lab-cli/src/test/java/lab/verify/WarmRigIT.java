package lab.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.load.plan.Arrivals;
import lab.load.plan.Connection;
import lab.load.plan.Lane;
import lab.load.plan.Patience;
import lab.load.plan.Plan;
import lab.nginx.syntax.closure.Configuration;
import lab.problem.ProblemException;
import lab.run.Assembly;
import lab.run.KeptCalibration;
import lab.run.RunFolder;
import lab.run.Traffic;
import lab.stack.ProcessId;
import lab.stack.ServerJar;
import lab.stack.StackCard;
import lab.stack.StackSettings;
import lab.stack.StartTurn;
import lab.verify.arm.Rig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stack that stays up, with its real programs. One that a test leaves fit serves the next. */
@Tag("process")
@Timeout(180)
class WarmRigIT {
  private static final Path SHIPPED =
      Path.of("..", "nginx", "nginx.conf").toAbsolutePath().normalize();

  private static final long FULL_BYTES = 300L << 20;
  private static final Duration LENGTH = Duration.ofSeconds(1);

  @TempDir private static Path folder;
  private static final WarmRig WARM = WarmRig.forSession();

  @BeforeAll
  static void calibrated() throws IOException {
    KeptCalibration.lend(folder.resolve(".lab"));
  }

  @AfterAll
  static void down() {
    WARM.close();
  }

  /** What the programs report would be lost, and a lost event proves that nobody was served. */
  @Test
  void aStackWhoseRecordIsFullGivesWayToANewOne() throws Exception {
    var first = ready(SHIPPED);
    assertThat(ready(SHIPPED)).isSameAs(first);
    fill(folder.resolve("stack/events.ndjson"));
    var second = ready(SHIPPED);
    assertThat(second).isNotSameAs(first);
    assertThat(second.isFit()).isTrue();
  }

  /** For that moment its ports are free, and another lab that starts would choose them. */
  @Test
  void aRestartWaitsUntilNoOtherLabStarts() throws Exception {
    var rig = ready(SHIPPED);
    var conf = folder.resolve("async.conf");
    Files.writeString(conf, Files.readString(SHIPPED).replace("http://sync", "http://async"));
    var replay = Thread.ofPlatform().unstarted(() -> playUntilInterrupted(rig, conf));
    try (var _ = StartTurn.take(() -> {})) {
      replay.start();
      while (replay.isAlive() && !waitsForTurn(replay)) {
        Thread.onSpinWait();
      }
      assertThat(waitsForTurn(replay)).isTrue();
      replay.interrupt();
      replay.join();
    }
    assertThat(ready(SHIPPED)).as("it is still up").isSameAs(rig);
  }

  private static void playUntilInterrupted(Rig rig, Path conf) {
    try {
      play(rig, "waiting", conf);
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
    var cached = folder.resolve("cached.conf");
    var shipped = Files.readString(SHIPPED);
    Files.writeString(
        cached,
        shipped.replace(
            "    server {\n        listen",
            "    proxy_cache_valid 200 2s;\n    server {\n        listen"));
    assertThat(Files.readString(cached)).isNotEqualTo(shipped);
    assertThat(ready(SHIPPED).speed()).isEqualTo(10);
    assertThat(ready(cached).speed()).isEqualTo(2);
  }

  /** Somebody builds the server while a lab watches: the old programs must not answer for it. */
  @Test
  void aServerThatWasBuiltAnewGetsAStackOfItsOwn() throws Exception {
    var built = Path.of(System.getProperty("lab.server.jar"));
    var dist = Files.createDirectories(folder.resolve("dist"));
    var jar = Files.copy(built, dist.resolve("server.jar"));
    Files.createSymbolicLink(dist.resolve("lib"), built.resolveSibling("lib"));
    var first = ready(SHIPPED, new ServerJar(jar));
    assertThat(ready(SHIPPED, new ServerJar(jar))).isSameAs(first);
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(ready(SHIPPED, new ServerJar(jar))).isNotSameAs(first);
  }

  /**
   * As one does that the kernel ran out of memory for. Its routes fail from then on, which is no
   * fault of the configuration that is judged.
   */
  @Test
  void noArmCountsAfterAProgramHasEnded() throws Exception {
    var rig = ready(SHIPPED);
    play(rig, "before", SHIPPED);
    var async =
        new StackCard(folder.resolve("stack/state"))
            .running()
            .flatMap(stack -> stack.child("async"))
            .flatMap(ProcessId::live)
            .orElseThrow();
    async.destroyForcibly();
    async.onExit().join();
    assertThatThrownBy(() -> play(rig, "after", SHIPPED))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("async ended");
    var next = ready(SHIPPED);
    assertThat(next).isNotSameAs(rig);
    play(next, "again", SHIPPED);
  }

  private static void play(Rig rig, String name, Path conf)
      throws IOException, InterruptedException {
    var lane =
        new Lane.Requests(
            "probe",
            "/",
            1,
            Arrivals.CONSTANT,
            Connection.NEW,
            Patience.of(LENGTH),
            Duration.ZERO,
            LENGTH);
    var traffic =
        new Traffic("hello", new Plan(List.of(lane), LENGTH, 1), "constant", false, List.of());
    rig.play(
        name,
        Configuration.load(conf),
        traffic,
        new RunFolder(name, folder.resolve(name)),
        _ -> {});
  }

  private static Rig ready(Path conf) throws IOException, InterruptedException {
    return ready(conf, new ServerJar(Path.of(System.getProperty("lab.server.jar"))));
  }

  private static Rig ready(Path conf, ServerJar server) throws IOException, InterruptedException {
    return WARM.ready(
        new Assembly.Parts(
            Configuration.load(conf),
            folder.resolve(".lab"),
            folder.resolve("stack"),
            server,
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
