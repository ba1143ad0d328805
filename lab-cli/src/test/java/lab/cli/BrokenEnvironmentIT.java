package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A machine that the lab cannot work on: said in words, with the next step and exit code 4. */
@Tag("process")
@Timeout(120)
class BrokenEnvironmentIT {
  private static final List<String> AS_NOBODY =
      System.getProperty("user.name").equals("root")
          ? List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
          : List.of();

  @Test
  void checkoutThatMayNotBeWritten(@TempDir Path folder) throws Exception {
    var root = LabBench.in(folder.resolve("lab")).root();
    Files.setPosixFilePermissions(root.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r-xr-xr-x"));
    try (var lab = LabProcess.start(root, AS_NOBODY, Map.of(), "run", "check-feed")) {
      assertThat(lab.exitCode()).as(lab.said()).isEqualTo(4);
      assertThat(lab.said())
          .contains("cannot be written", root.toString(), "next")
          .doesNotContain("\tat ");
    }
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void namedNginxThatIsNone(@TempDir Path folder) throws Exception {
    var root = LabBench.in(folder.resolve("lab")).root();
    try (var lab =
        LabProcess.start(root, List.of(), Map.of("LAB_NGINX", "/bin/true"), "run", "check-feed")) {
      assertThat(lab.exitCode()).as(lab.said()).isEqualTo(4);
      assertThat(lab.said()).contains("LAB_NGINX", "/bin/true", "next");
    }
    assertThat(root.resolve(".lab/runs/r-0001")).doesNotExist();
  }

  @Test
  void folderThatIsNoCheckout(@TempDir Path folder) throws Exception {
    try (var lab = LabProcess.start(folder, "status")) {
      assertThat(lab.exitCode()).isEqualTo(4);
      assertThat(lab.said()).contains("not a lab folder", folder.toString(), "--root");
    }
  }
}
