package lab.stack.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import lab.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedNginxTest {
  /** Without a server it needs no port, no right and no folder: it is read, and that is all. */
  private static final String CONF =
      """
      pid nginx.pid;
      events {}
      http {
        map $uri $kept { default 1; }
      }
      """;

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
    assertThatThrownBy(() -> UnpackedNginx.unpack(occupied, UnpackedNginx::download))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problems().getFirst().what()).contains("could not be unpacked");
              assertThat(e.problems().getFirst().next()).contains("nginx");
            });
  }

  /** Real packages, of which a release's first is empty and brings the second. */
  @Test
  void anEmptyPackageIsFollowedByTheOneThatItBrings() throws IOException {
    var asked = new ArrayList<String>();
    var unpacked =
        UnpackedNginx.unpack(
            folder.resolve("unpacked"),
            (name, into) -> {
              asked.add(name);
              packages().build(name, name.equals("nginx") ? "" : "1.24.0", into);
            });
    assertThat(asked).containsExactly("nginx", "nginx-core");
    assertThat(unpacked.version()).isEqualTo(new NginxVersion(1, 24, 0));
  }

  @Test
  void aPackageThatHoldsTheProgramIsEnough() throws IOException {
    var asked = new ArrayList<String>();
    UnpackedNginx.unpack(
        folder.resolve("unpacked"),
        (name, into) -> {
          asked.add(name);
          packages().build(name, "1.22.1", into);
        });
    assertThat(asked).containsExactly("nginx");
  }

  @Test
  void aPackageOfAnOldReleaseIsAProblem() {
    assertThatThrownBy(() ->
            UnpackedNginx.unpack(
                folder.resolve("unpacked"), (name, into) -> packages().build(name, "1.18.0", into)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems().getFirst().what()).contains("1.18.0 is too old"));
  }

  /** This machine's own program, from a package: it finds what it needs and reads our file. */
  @Test
  void theRealProgramRunsFromWhereItWasUnpacked() throws IOException {
    var own = Path.of(NginxBinaries.own().command().getFirst());
    var unpacked =
        UnpackedNginx.unpack(
            folder.resolve("unpacked"),
            (name, into) -> packages().build(name, Optional.of(own), into));
    assertThat(unpacked.version()).isEqualTo(NginxBinaries.own().version());
    assertThat(unpacked.command().getFirst()).startsWith(folder.toString());

    var conf = folder.resolve("nginx.conf");
    Files.writeString(conf, CONF);
    assertThat(unpacked.test(conf, folder)).isEmpty();
    Files.writeString(conf, CONF.replace("map $uri", "mop $uri"));
    assertThat(unpacked.test(conf, folder))
        .first()
        .asString()
        .contains("[emerg] unknown directive \"mop\"", conf + ":4");
  }

  private DebianPackages packages() {
    return new DebianPackages(folder);
  }

  private void program(String name) throws IOException {
    assertThat(Files.writeString(folder.resolve(name), "#!/bin/sh\n").toFile().setExecutable(true))
        .isTrue();
  }
}
