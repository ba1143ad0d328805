package lab.stack.nginx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.stack.Captured;

/**
 * The real nginx of this machine.
 *
 * @param command what starts it: the program alone, or a loader and the program when it was
 *     unpacked without installing
 * @param version what it says of itself
 */
public record NginxBinary(List<String> command, NginxVersion version) {
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(20);

  /** Where it is installed, whether the PATH says so or not. */
  static final List<String> USUAL_FOLDERS =
      List.of(
          "/usr/sbin",
          "/usr/local/sbin",
          "/usr/local/nginx/sbin",
          "/opt/homebrew/bin",
          "/usr/local/bin",
          "/opt/local/sbin");

  public NginxBinary {
    command = List.copyOf(command);
  }

  /**
   * Looks for nginx: {@code $LAB_NGINX}, the PATH, the usual folders, then the copy that the lab
   * unpacked. One that is too old is passed over for one that is not.
   *
   * @param environment the process environment
   * @param unpacked the folder of the unpacked copy, which need not exist
   * @return empty when none of them holds a program that answers {@code -v}
   * @throws ProblemException when {@code $LAB_NGINX} names something that is not nginx, or all that
   *     there are are too old
   */
  public static Optional<NginxBinary> find(Map<String, String> environment, Path unpacked) {
    return find(environment, USUAL_FOLDERS, unpacked);
  }

  /** The same where programs are installed in other folders. */
  static Optional<NginxBinary> find(
      Map<String, String> environment, List<String> usualFolders, Path unpacked) {
    var named = Optional.ofNullable(environment.get("LAB_NGINX")).filter(text -> !text.isBlank());
    if (named.isPresent()) {
      return Optional.of(
          ask(List.of(named.get()))
              .map(NginxBinary::demandRecent)
              .orElseThrow(() ->
                  new ProblemException(
                      new Problem(
                          "$LAB_NGINX does not name an nginx that answers.",
                          named.get(),
                          "unset LAB_NGINX, or set it to the path of an nginx program"))));
    }
    var tooOld = new ArrayList<NginxBinary>();
    return Stream.concat(
            candidates(environment.getOrDefault("PATH", ""), usualFolders)
                .map(program -> List.of(program.toString())),
            UnpackedNginx.command(unpacked).stream())
        .map(NginxBinary::ask)
        .flatMap(Optional::stream)
        .filter(nginx -> nginx.version().isRecentEnough() || !tooOld.add(nginx))
        .findFirst()
        .or(() -> tooOld.stream().findFirst().map(NginxBinary::demandRecent));
  }

  /**
   * This nginx, if the lab can start it.
   *
   * @throws ProblemException when it is too old
   */
  NginxBinary demandRecent() {
    if (!version.isRecentEnough()) {
      throw new ProblemException(
          new Problem(
              "nginx "
                  + version
                  + " is too old: the lab needs "
                  + NginxVersion.OLDEST
                  + " or newer.",
              command.getLast(),
              "install a newer one (https://nginx.org/en/linux_packages.html), or set"
                  + " LAB_NGINX=/path/to/a/newer/nginx"));
    }
    return this;
  }

  /** Asks a program for its version; empty when it is not nginx or does not run. */
  static Optional<NginxBinary> ask(List<String> command) {
    try {
      var words = new ArrayList<>(command);
      words.add("-v");
      return NginxVersion.in(Captured.run(words, Path.of("/"), ANSWERS_WITHIN).words())
          .map(version -> new NginxBinary(command, version));
    } catch (IOException notAProgram) {
      return Optional.empty();
    }
  }

  /**
   * Asks nginx whether it would load a file, and for its words if not.
   *
   * @param conf the file, absolute
   * @param prefix the folder that relative paths are resolved in; pid and start-up log are put here
   * @return nginx's messages, at least one; empty when it accepts the file
   * @throws IOException when nginx cannot be started
   */
  public List<String> test(Path conf, Path prefix) throws IOException {
    return test(conf, prefix, ANSWERS_WITHIN);
  }

  /**
   * The same, where a person or a program waits.
   *
   * @param limit after which nginx is ended, which counts as a message of its own
   */
  public List<String> test(Path conf, Path prefix, Duration limit) throws IOException {
    var words = new ArrayList<>(commandLine(conf, prefix));
    words.add("-t");
    var captured = Captured.run(words, prefix, limit);
    if (captured.succeeded()) {
      return List.of();
    }
    var lines = captured.words().lines().toList();
    return lines.isEmpty()
        ? List.of("nginx -t ended with exit code " + captured.exit() + " and said nothing")
        : lines;
  }

  /**
   * Lets the nginx that serves a file read it again.
   *
   * @param conf the file, absolute; it names the pid file
   * @param prefix as when it was started
   * @throws IOException when nginx refuses
   */
  public void reload(Path conf, Path prefix) throws IOException {
    var words = new ArrayList<>(commandLine(conf, prefix));
    words.addAll(List.of("-s", "reload"));
    var captured = Captured.run(words, prefix, ANSWERS_WITHIN);
    if (!captured.succeeded()) {
      throw new IOException("nginx did not reload: " + captured.words());
    }
  }

  /**
   * The command line that serves a file in the foreground or tests it, writing nothing outside of
   * one folder.
   *
   * @param conf the file, absolute
   * @param prefix the folder for pid and start-up log, absolute
   */
  public List<String> commandLine(Path conf, Path prefix) {
    var words = new ArrayList<>(command);
    words.addAll(
        List.of(
            "-p",
            prefix + "/",
            "-c",
            conf.toString(),
            "-e",
            prefix.resolve("start.log").toString()));
    return words;
  }

  private static Stream<Path> candidates(String path, List<String> usualFolders) {
    return Stream.concat(Stream.of(path.split(":", -1)), usualFolders.stream())
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder).resolve("nginx"))
        .distinct()
        .filter(Files::isExecutable);
  }
}
