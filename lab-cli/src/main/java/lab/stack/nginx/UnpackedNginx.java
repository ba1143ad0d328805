package lab.stack.nginx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.stack.Captured;

/**
 * nginx unpacked from Debian's or Ubuntu's package into a folder of ours, without root and without
 * installing anything.
 *
 * <p>Source: dpkg-deb(1), {@code -x}; apt-get(8), {@code download}.
 */
public final class UnpackedNginx {
  private static final Duration DOWNLOAD_LIMIT = Duration.ofMinutes(3);
  private static final String PROGRAM = "usr/sbin/nginx";

  /** In some releases the first is empty, and only brings the second. */
  private static final List<String> PACKAGES = List.of("nginx", "nginx-core");

  private UnpackedNginx() {}

  /** What starts the copy in a folder; empty when there is none. */
  static Optional<List<String>> command(Path folder) {
    var program = folder.resolve(PROGRAM);
    return Files.isExecutable(program)
        ? Optional.of(List.of(program.toString()))
        : Optional.empty();
  }

  /** Whether this machine has the tools that unpacking needs. */
  public static boolean possible(Map<String, String> environment) {
    return onPath("apt-get", environment) && onPath("dpkg-deb", environment);
  }

  /** Where packages come from. */
  interface Source {
    /** Puts a package's file, {@code NAME_*.deb}, into a folder. */
    void download(String name, Path folder) throws IOException;
  }

  /** The distribution, with its sources of packages as they are set up here. */
  static void download(String name, Path folder) throws IOException {
    run(List.of("apt-get", "download", name), folder);
  }

  /**
   * Downloads the distribution's package and unpacks it.
   *
   * @param folder where to; made when it is not there
   * @return the program in it
   * @throws ProblemException when the package cannot be had, or the program does not run here or is
   *     too old
   */
  static NginxBinary unpack(Path folder, Source source) {
    try {
      Files.createDirectories(folder);
      for (var name : PACKAGES) {
        if (command(folder).isEmpty()) {
          source.download(name, folder);
          extract(name, folder);
        }
      }
    } catch (IOException e) {
      throw failed(folder, String.valueOf(e.getMessage()));
    }
    return command(folder)
        .flatMap(NginxBinary::ask)
        .orElseThrow(() -> failed(folder, "the unpacked program does not run on this machine"))
        .demandRecent();
  }

  private static void extract(String name, Path folder) throws IOException {
    try (var packages = Files.newDirectoryStream(folder, name + "_*.deb")) {
      for (var archive : packages) {
        run(List.of("dpkg-deb", "-x", archive.getFileName().toString(), "."), folder);
        Files.delete(archive);
      }
    }
  }

  /** The command that installs nginx on this platform. */
  public static String installCommand(Map<String, String> environment, String osName) {
    var ways = new ArrayList<Map.Entry<String, String>>();
    ways.add(Map.entry("apt-get", "sudo apt-get install nginx"));
    ways.add(Map.entry("dnf", "sudo dnf install nginx"));
    ways.add(Map.entry("pacman", "sudo pacman -S nginx"));
    ways.add(Map.entry("zypper", "sudo zypper install nginx"));
    ways.add(Map.entry("apk", "sudo apk add nginx"));
    ways.add(Map.entry("brew", "brew install nginx"));
    return ways.stream()
        .filter(way -> onPath(way.getKey(), environment))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(
            osName.startsWith("Mac")
                ? "install Homebrew (https://brew.sh), then: brew install nginx"
                : "install nginx with your system's package manager, or set LAB_NGINX=/path/to/nginx");
  }

  private static void run(List<String> command, Path folder) throws IOException {
    var captured = Captured.run(command, folder, DOWNLOAD_LIMIT);
    if (!captured.succeeded()) {
      var lines = captured.words().lines().toList();
      throw new IOException(
          String.join(" ", command)
              + " failed: "
              + (lines.isEmpty() ? "no output" : lines.getLast()));
    }
  }

  private static ProblemException failed(Path folder, String why) {
    return new ProblemException(
        new Problem(
            "nginx is not installed and could not be unpacked: " + why,
            folder.toString(),
            installCommand(System.getenv(), System.getProperty("os.name", ""))));
  }

  private static boolean onPath(String program, Map<String, String> environment) {
    for (var folder : environment.getOrDefault("PATH", "").split(":", -1)) {
      if (!folder.isBlank() && Files.isExecutable(Path.of(folder).resolve(program))) {
        return true;
      }
    }
    return false;
  }
}
