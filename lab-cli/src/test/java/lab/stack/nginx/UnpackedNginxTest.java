package lab.stack.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.problem.ProblemException;
import lab.stack.Captured;
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

  /** Real packages, of which a release's first is empty and brings the second. */
  @Test
  void anEmptyPackageIsFollowedByTheOneThatItBrings() throws IOException {
    var asked = new ArrayList<String>();
    var unpacked =
        UnpackedNginx.unpack(
            folder.resolve("unpacked"),
            (name, into) -> {
              asked.add(name);
              build(name, name.equals("nginx") ? "" : "1.24.0", into);
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
          build(name, "1.22.1", into);
        });
    assertThat(asked).containsExactly("nginx");
  }

  @Test
  void aPackageOfAnOldReleaseIsAProblem() {
    assertThatThrownBy(() ->
            UnpackedNginx.unpack(
                folder.resolve("unpacked"), (name, into) -> build(name, "1.18.0", into)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems().getFirst().what()).contains("1.18.0 is too old"));
  }

  /** This machine's own program, from a package: it finds what it needs and reads our file. */
  @Test
  void theRealProgramRunsFromWhereItWasUnpacked() throws IOException {
    var own = NginxBinaries.own();
    var unpacked =
        UnpackedNginx.unpack(
            folder.resolve("unpacked"),
            (name, into) -> build(name, Optional.of(Path.of(own.command().getFirst())), into));
    assertThat(unpacked.version()).isEqualTo(own.version());
    assertThat(unpacked.command().getFirst()).startsWith(folder.toString());
  }

  private void build(String name, String version, Path into) throws IOException {
    var program =
        version.isEmpty()
            ? Optional.<Path>empty()
            : Optional.of(
                Files.writeString(
                    folder.resolve("a program"),
                    "#!/bin/sh\necho 'nginx version: nginx/" + version + "' >&2\n"));
    build(name, program, into);
  }

  private void build(String name, Optional<Path> nginx, Path into) throws IOException {
    var tree = folder.resolve("tree of " + name);
    Files.createDirectories(tree.resolve("DEBIAN"));
    Files.writeString(
        tree.resolve("DEBIAN/control"),
        "Package: %s\nVersion: 1\nArchitecture: all\nMaintainer: x <x@x>\nDescription: x\n"
            .formatted(name));
    if (nginx.isPresent()) {
      var program = Files.createDirectories(tree.resolve("usr/sbin")).resolve("nginx");
      Files.copy(nginx.get(), program);
      assertThat(program.toFile().setExecutable(true)).isTrue();
    }
    var built =
        Captured.run(
            List.of(
                "dpkg-deb", "-b", tree.toString(), into.resolve(name + "_1_all.deb").toString()),
            folder,
            Duration.ofSeconds(60));
    assertThat(built.succeeded()).as(built.words()).isTrue();
  }

  private void program(String name) throws IOException {
    assertThat(Files.writeString(folder.resolve(name), "#!/bin/sh\n").toFile().setExecutable(true))
        .isTrue();
  }
}
