package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real launcher in a copy of the checkout, in a folder with blanks and a quote in its name.
 *
 * <p>Ordered, because each build takes as long as all other tests together: the copy is built once,
 * then edited once.
 */
@Tag("process")
@Tag("side-by-side")
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LauncherIT {
  private static final Path PROJECT = Path.of(System.getProperty("lab.root"));
  private static final Set<String> NOT_COPIED =
      Set.of(".git", ".lab", "node_modules", "surefire-reports", "failsafe-reports", "surefire");
  private static final String MAIN = "lab-cli/src/main/java/lab/cli/Main.java";

  @TempDir static Path folder;
  private static Path copy = Path.of("");

  /** What a command left behind. */
  private record Done(int exit, String out, String err) {}

  @BeforeAll
  static void copyTheCheckout() throws IOException {
    copy = folder.resolve("it's a lab");
    try (Stream<Path> files = Files.walk(PROJECT)) {
      for (var file : (Iterable<Path>) files.filter(LauncherIT::isCopied)::iterator) {
        var target = copy.resolve(PROJECT.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  @Test
  @Order(1)
  void twoAtOnceBuildOnce() throws Exception {
    var first = start(Map.of(), "./lab", "--version");
    var second = start(Map.of(), "./lab", "--version");
    var both = List.of(end(first), end(second));
    for (var one : both) {
      assertThat(one.exit()).as(one.err()).isZero();
      assertThat(one.out()).isEqualTo("lab 1.0\n");
    }
    assertThat(both)
        .filteredOn(one -> one.err().contains("building, 0 s  Maven"))
        .as("the one that built tells it from the first second to the last")
        .singleElement()
        .satisfies(
            one -> assertThat(one.err()).contains("compiling", "class archive of the server"));
    assertThat(dists()).hasSize(1);
    assertThat(dists().getFirst().resolve("lab-cli/lab.jsa")).isNotEmptyFile();
    assertThat(dists().getFirst().resolve("server/server.jsa")).isNotEmptyFile();
    assertThat(copy.resolve(".lab/build.lock")).doesNotExist();
  }

  @Test
  @Order(2)
  void laterStartsBuildNothing() throws Exception {
    var done = end(start(Map.of(), "./lab", "--version"));
    assertThat(done.out()).isEqualTo("lab 1.0\n");
    assertThat(done.err()).isEmpty();
  }

  /** As in a copy of a built checkout: the JVM refuses an archive of jars of another time. */
  @Test
  @Order(2)
  void classArchiveOfOtherFileTimesIsMadeAnewWithoutABuild() throws Exception {
    var jar = dists().getFirst().resolve("lab-cli/lab.jar");
    staleArchive("2020-02-02T02:02:02Z");
    assertThat(loads(jar)).doesNotContain("lab.cli.Main source: shared");
    var done = end(start(Map.of(), "./lab", "--version"));
    assertThat(done.out()).as(done.err()).isEqualTo("lab 1.0\n");
    assertThat(done.err()).contains("class archive of the lab").doesNotContain("compiling");
    assertThat(loads(jar)).contains("lab.cli.Main source: shared objects file");
    assertThat(end(start(Map.of(), "./lab", "--version")).err()).isEmpty();
  }

  /** As after a restart, when the pid of a launcher that was killed is another program's. */
  @Test
  @Order(2)
  void lockWithoutABeatIsInheritedThoughItsPidLives() throws Exception {
    staleArchive("2020-03-03T03:03:03Z");
    var other = start(Map.of(), "sleep", "600");
    var lock = Files.createDirectories(copy.resolve(".lab/build.lock"));
    Files.writeString(lock.resolve("pid"), other.pid() + "\n");
    Files.writeString(lock.resolve("doing"), "compiling\n");
    var done = end(start(Map.of(), "timeout", "120", "./lab", "--version"));
    other.destroyForcibly();
    assertThat(done.out()).as(done.err()).isEqualTo("lab 1.0\n");
    assertThat(done.err()).contains("another lab builds here");
    assertThat(lock).doesNotExist();
  }

  /** In a container, the launcher that comes after a killed one often has its very pid. */
  @Test
  @Order(2)
  void lockOfItsOwnPidIsInheritedAtOnce() throws Exception {
    staleArchive("2020-04-04T04:04:04Z");
    var script = "mkdir .lab/build.lock && echo $$ > .lab/build.lock/pid && exec ./lab --version";
    var done = end(start(Map.of(), "timeout", "120", "sh", "-c", script));
    assertThat(done.out()).as(done.err()).isEqualTo("lab 1.0\n");
    assertThat(done.err()).doesNotContain("another lab builds here");
    assertThat(copy.resolve(".lab/build.lock")).doesNotExist();
  }

  @Test
  @Order(2)
  void lockThatCannotBeMadeIsSaidAndNotAwaited() throws Exception {
    staleArchive("2020-05-05T05:05:05Z");
    var inTheWay = Files.createFile(copy.resolve(".lab/build.lock"));
    var done = end(start(Map.of(), "timeout", "120", "./lab", "--version"));
    Files.delete(inTheWay);
    assertThat(done.exit()).as(done.err()).isEqualTo(4);
    assertThat(done.err()).contains("cannot build here", "build.lock");
    assertThat(end(start(Map.of(), "./lab", "--version")).exit()).isZero();
  }

  /** Leaves the launcher no more to build than the class archives. */
  private static void staleArchive(String time) throws IOException {
    var jar = dists().getFirst().resolve("lab-cli/lab.jar");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse(time)));
  }

  @Test
  @Order(2)
  void loadEngineGetsTheBetterCompilerWhateverOptionStandsBeforeRun() throws Exception {
    var flags = Map.of("JDK_JAVA_OPTIONS", "-XX:+PrintFlagsFinal");
    assertThat(end(start(flags, "./lab", "--plain", "--root", ".", "run", "--help")).out())
        .containsPattern("TieredStopAtLevel += 4 ");
    assertThat(end(start(flags, "./lab", "--version")).out())
        .containsPattern("TieredStopAtLevel += 1 ");
  }

  /** Where the JVM takes each class of the lab from. */
  private static String loads(Path jar) throws Exception {
    return end(start(
            Map.of(),
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:SharedArchiveFile=" + jar.resolveSibling("lab.jsa"),
            "-XX:+UseSerialGC",
            "-Xlog:class+load",
            "-jar",
            jar.toString(),
            "--version"))
        .out();
  }

  @Test
  @Order(2)
  void chainOfLinksAndClosedStandardInput() throws Exception {
    var far = Files.createSymbolicLink(folder.resolve("far"), copy.resolve("lab"));
    var near = Files.createSymbolicLink(folder.resolve("near"), Path.of("far"));
    assertThat(far).exists();
    var done =
        end(start(Map.of(), "sh", "-c", "cd / && \"$1\" --version <&-", "sh", near.toString()));
    assertThat(done.out()).as(done.err()).isEqualTo("lab 1.0\n");
  }

  @Test
  @Order(2)
  void exitCodeAndArgumentsPassThrough() throws Exception {
    var done = end(start(Map.of(), "./lab", "no such command"));
    assertThat(done.exit()).isEqualTo(2);
    assertThat(done.err()).contains("no such command");
  }

  @Test
  @Order(2)
  void namedJdkThatIsTooOldIsRefusedAndNamed() throws Exception {
    var old = folder.resolve("old jdk");
    Files.createDirectories(old.resolve("bin"));
    for (var program : List.of("java", "javac")) {
      var file = Files.writeString(old.resolve("bin").resolve(program), "#!/bin/sh\nexit 1\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
    var done = end(start(Map.of("LAB_JDK", old.toString()), "./lab", "--version"));
    assertThat(done.exit()).isEqualTo(4);
    assertThat(done.err()).contains(old.toString(), "Java 17.0.15", "JDK 25");
  }

  /** The launcher itself, but for the one folder of this machine that does hold a JDK 25. */
  @Test
  @Order(2)
  void withoutAnyJdkItSaysWhereItLookedAndHowToInstallOne() throws Exception {
    var launcher = copy.resolve("lab-without-jdk");
    var text = Files.readString(copy.resolve("lab"));
    assertThat(text).contains("/usr/lib/jvm/*", "/usr/java/*");
    Files.writeString(
        launcher,
        text.replace("/usr/lib/jvm/*", "/nowhere/*").replace("/usr/java/*", "/nowhere/*"));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    var path = Files.createDirectories(folder.resolve("path"));
    for (var tool : List.of("sh", "dirname", "readlink", "uname", "sed", "head")) {
      Files.createSymbolicLink(path.resolve(tool), realPath(tool));
    }
    var nothing = Map.of("PATH", path.toString(), "JAVA_HOME", "", "HOME", "/nowhere");
    var done = end(start(nothing, launcher.toString(), "--version"));
    Files.delete(launcher);
    assertThat(done.exit()).as(done.err()).isEqualTo(4);
    assertThat(done.err()).contains("no JDK 25", "Looked at", "Install one:", "LAB_JDK=");
  }

  private static Path realPath(String tool) {
    return List.of("/usr/bin", "/bin").stream()
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Order(3)
  void brokenSourceIsNamedWithTheLog() throws Exception {
    var main = copy.resolve(MAIN);
    var good = Files.readString(main);
    Files.writeString(main, good + "}");
    var done = end(start(Map.of(), "./lab", "--version"));
    assertThat(done.exit()).isEqualTo(4);
    assertThat(done.err()).contains("the build failed", "Main.java", ".lab/build.log");
    Files.writeString(main, good);
  }

  @Test
  @Order(4)
  void editedClassIsSeenInSpiteOfTheClassCacheAndOldBuildsGoUnlessOneIsInUse() throws Exception {
    var inUse = oldBuild("in use", 4);
    var unused = List.of(oldBuild("unused 3", 3), oldBuild("unused 2", 2));
    var newest = oldBuild("newest of the old", 1);
    var user = start(Map.of(), "sh", "-c", "read -r _", inUse.resolve("server.jar").toString());
    var main = copy.resolve(MAIN);
    Files.writeString(main, Files.readString(main).replace("\"lab 1.0\"", "\"lab 1.0, edited\""));
    var done = end(start(Map.of(), "./lab", "--version"));
    assertThat(done.out()).as(done.err()).isEqualTo("lab 1.0, edited\n");
    user.destroyForcibly();
    assertThat(dists()).hasSize(4).contains(inUse, newest).doesNotContainAnyElementsOf(unused);
  }

  private static Path oldBuild(String name, int daysAgo) throws IOException {
    var build = Files.createDirectories(copy.resolve(".lab/dist").resolve(name));
    Files.setLastModifiedTime(build, FileTime.from(Instant.now().minus(Duration.ofDays(daysAgo))));
    return build;
  }

  private static List<Path> dists() throws IOException {
    try (var entries = Files.list(copy.resolve(".lab/dist"))) {
      return entries.toList();
    }
  }

  private static boolean isCopied(Path file) {
    for (var part : PROJECT.relativize(file)) {
      if (NOT_COPIED.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }

  private static Process start(Map<String, String> environment, String... words)
      throws IOException {
    var builder = new ProcessBuilder(new ArrayList<>(List.of(words))).directory(copy.toFile());
    // What Maven set for this test is not a person's environment; the libraries are on this machine
    // already.
    builder.environment().remove("MAVEN_CMD_LINE_ARGS");
    builder.environment().put("MAVEN_ARGS", "-o");
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Done end(Process process) throws Exception {
    var err = new StringBuilder();
    var reading =
        Thread.ofVirtual()
            .start(
                () -> process.errorReader().lines().forEach(line -> err.append(line).append('\n')));
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    reading.join();
    assertThat(process.waitFor(200, TimeUnit.SECONDS)).isTrue();
    return new Done(process.exitValue(), out, err.toString());
  }
}
