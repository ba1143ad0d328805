package lab.stack.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lab.problem.ProblemException;
import lab.problem.UsageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine without nginx, which has the tools of Debian or of another system. */
class NginxSupplyTest {
  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();
  private final List<String> downloaded = new ArrayList<>();
  private Path tools = Path.of("");
  private Path unpacked = Path.of("");

  @BeforeEach
  void makeMachine() throws IOException {
    tools = Files.createDirectory(folder.resolve("tools"));
    unpacked = folder.resolve(".lab/nginx");
  }

  @Test
  void whereThePackageCanBeHadACopyIsUnpackedOnceAndSaid() throws IOException {
    tool("apt-get");
    tool("dpkg-deb");
    var made = supply(List.of()).nginx(unpacked, said::add);
    assertThat(made.version()).isEqualTo(new NginxVersion(1, 24, 0));
    assertThat(made.command()).containsExactly(unpacked.resolve("usr/sbin/nginx").toString());
    assertThat(said).containsExactly("nginx is not installed: unpacking a copy into " + unpacked);

    assertThat(supply(List.of()).nginx(unpacked, said::add)).isEqualTo(made);
    assertThat(said).hasSize(1);
    assertThat(downloaded).containsExactly("nginx");
  }

  @Test
  void elsewhereItIsTheMachineThatLacksSomethingAndThePersonGetsTheCommand() throws IOException {
    tool("dnf");
    assertThatThrownBy(() -> supply(List.of()).nginx(unpacked, said::add))
        .as("of the environment: exit code 4")
        .isNotInstanceOf(UsageException.class)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              var problem = e.problems().getFirst();
              assertThat(problem.what()).isEqualTo("nginx is not installed.");
              assertThat(problem.where()).contains("PATH", "$LAB_NGINX");
              assertThat(problem.next()).isEqualTo("sudo dnf install nginx");
            });
    assertThat(said).isEmpty();
    assertThat(downloaded).isEmpty();
    assertThat(unpacked).doesNotExist();
  }

  @Test
  void oneThatIsInstalledOutsideOfThePathIsTaken() throws IOException {
    tool("apt-get");
    tool("dpkg-deb");
    var sbin = Files.createDirectory(folder.resolve("sbin"));
    var installed = sbin.resolve("nginx");
    Files.writeString(installed, "#!/bin/sh\necho 'nginx version: nginx/1.26.0' >&2\n");
    assertThat(installed.toFile().setExecutable(true)).isTrue();
    assertThat(supply(List.of(sbin.toString())).nginx(unpacked, said::add).command())
        .containsExactly(installed.toString());
    assertThat(said).isEmpty();
    assertThat(downloaded).isEmpty();
  }

  private NginxSupply supply(List<String> usualFolders) {
    return new NginxSupply(
        Map.of("PATH", tools.toString()),
        usualFolders,
        (name, into) -> {
          downloaded.add(name);
          new DebianPackages(folder).build(name, "1.24.0", into);
        });
  }

  private void tool(String name) throws IOException {
    assertThat(Files.writeString(tools.resolve(name), "#!/bin/sh\n").toFile().setExecutable(true))
        .isTrue();
  }
}
