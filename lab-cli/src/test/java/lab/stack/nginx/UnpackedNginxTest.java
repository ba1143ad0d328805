package lab.stack.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lab.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedNginxTest {
  @TempDir Path folder;

  @Test
  void unpackingNeedsTheToolsOfDebian() throws IOException {
    var path = Map.of("PATH", "/nowhere:" + folder);
    assertThat(UnpackedNginx.possible(path)).isFalse();
    program("apt-get");
    assertThat(UnpackedNginx.possible(path)).isFalse();
    program("dpkg-deb");
    assertThat(UnpackedNginx.possible(path)).isTrue();
  }

  @Test
  void theInstallCommandIsThatOfThePlatform() throws IOException {
    var path = Map.of("PATH", folder.toString());
    assertThat(UnpackedNginx.installCommand(path, "Linux")).contains("LAB_NGINX");
    assertThat(UnpackedNginx.installCommand(path, "Mac OS X")).contains("brew install nginx");
    program("dnf");
    assertThat(UnpackedNginx.installCommand(path, "Linux")).isEqualTo("sudo dnf install nginx");
  }

  @Test
  void copyThatCannotBeUnpackedIsAProblemWithTheInstallCommand() throws IOException {
    var occupied = Files.writeString(folder.resolve("a file"), "").resolve("nginx");
    assertThatThrownBy(() -> UnpackedNginx.unpack(occupied))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problems().getFirst().what()).contains("could not be unpacked");
              assertThat(e.problems().getFirst().next()).contains("nginx");
            });
  }

  private void program(String name) throws IOException {
    assertThat(Files.writeString(folder.resolve(name), "#!/bin/sh\n").toFile().setExecutable(true))
        .isTrue();
  }
}
