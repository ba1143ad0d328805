package lab.stack.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lab.stack.Captured;

/**
 * Makes real packages, as a distribution has them.
 *
 * @param workshop a folder for what they are made of
 */
record DebianPackages(Path workshop) {
  /** One whose program says that it is nginx of a version; an empty one for an empty version. */
  void build(String name, String version, Path into) throws IOException {
    var program =
        version.isEmpty()
            ? Optional.<Path>empty()
            : Optional.of(
                Files.writeString(
                    workshop.resolve("a program"),
                    "#!/bin/sh\necho 'nginx version: nginx/" + version + "' >&2\n"));
    build(name, program, into);
  }

  /** One that holds a program as nginx, or nothing. */
  void build(String name, Optional<Path> nginx, Path into) throws IOException {
    var tree = workshop.resolve("tree of " + name);
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
            workshop,
            Duration.ofSeconds(60));
    assertThat(built.succeeded()).as(built.words()).isTrue();
  }
}
