package lab.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
import lab.verify.arm.Rig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program of the rig that ends between two arms, as one does that the kernel ran out of. */
@Tag("process")
@Tag("side-by-side")
@Timeout(180)
class LostProgramIT {
  private static final Path SHIPPED =
      Path.of("..", "nginx", "nginx.conf").toAbsolutePath().normalize();

  private static final Duration LENGTH = Duration.ofSeconds(1);

  @TempDir private Path folder;

  @BeforeEach
  void calibrated() throws IOException {
    KeptCalibration.lend(folder.resolve(".lab"));
  }

  /** Its routes fail from then on, which is no fault of the configuration that is judged. */
  @Test
  void noArmCountsAfterIt() throws Exception {
    try (var warm = WarmRig.forSession()) {
      var rig = ready(warm);
      play(rig, "before");
      var async =
          new StackCard(folder.resolve("stack/state"))
              .running()
              .flatMap(stack -> stack.child("async"))
              .flatMap(ProcessId::live)
              .orElseThrow();
      async.destroyForcibly();
      async.onExit().join();
      assertThatThrownBy(() -> play(rig, "after"))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("async ended");
      var next = ready(warm);
      assertThat(next).isNotSameAs(rig);
      play(next, "again");
    }
  }

  private void play(Rig rig, String name) throws IOException, InterruptedException {
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
        Configuration.load(SHIPPED),
        traffic,
        new RunFolder(name, folder.resolve(name)),
        _ -> {});
  }

  private Rig ready(WarmRig warm) throws IOException, InterruptedException {
    return warm.ready(
        new Assembly.Parts(
            Configuration.load(SHIPPED),
            folder.resolve(".lab"),
            folder.resolve("stack"),
            new ServerJar(Path.of(System.getProperty("lab.server.jar"))),
            StackSettings.incident(10, 1),
            Optional.empty()),
        _ -> {},
        _ -> {});
  }
}
