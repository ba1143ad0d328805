package lab.cli;

import static lab.cli.LauncherBench.end;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LauncherIT {
  private static final String MAIN = "lab-cli/src/main/java/lab/cli/Main.java";

  /** Of what is compiled first, so that the build that fails is a short one. */
  private static final String FIRST = "server/src/main/java/server/cli/Main.java";

  private static final Map<String, String> PRINT_FLAGS =
      Map.of("JDK_JAVA_OPTIONS", "-XX:+PrintFlagsFinal");

  @TempDir static Path folder;
  private static Path copy = Path.of("");

  @BeforeAll
  static void copyTheCheckout() throws IOException {
    copy = folder.resolve("it's a lab");
    LauncherBench.copyTheCheckout(copy);
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

  /** That such an archive is of use to the JVM is what the next one shows. */
  @Test
  @Order(2)
  void everyStartIsGivenTheClassArchiveOfItsBuild() throws Exception {
    var done = end(start(PRINT_FLAGS, "./lab", "--version"));
    assertThat(done.out())
        .as(done.err())
        .containsPattern("SharedArchiveFile += " + Pattern.quote(archive() + " "));
  }

  /** As in a copy of a built checkout: the JVM refuses an archive of jars of another time. */
  @Test
  @Order(2)
  void classArchiveOfOtherFileTimesIsMadeAnewWithoutABuild() throws Exception {
    var jar = jar();
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
    var known = staleArchive("2020-05-05T05:05:05Z");
    var inTheWay = Files.createFile(copy.resolve(".lab/build.lock"));
    var done = end(start(Map.of(), "timeout", "120", "./lab", "--version"));
    Files.delete(inTheWay);
    assertThat(done.exit()).as(done.err()).isEqualTo(4);
    assertThat(done.err()).contains("cannot build here", "build.lock");
    archiveOf(known);
    assertThat(end(start(Map.of(), "./lab", "--version")).exit()).isZero();
  }

  /**
   * Leaves the launcher no more to build than the class archives.
   *
   * @return the time of the jar that they were made of
   */
  private static FileTime staleArchive(String time) throws IOException {
    var known = Files.getLastModifiedTime(jar());
    archiveOf(FileTime.from(Instant.parse(time)));
    return known;
  }

  private static void archiveOf(FileTime time) throws IOException {
    Files.setLastModifiedTime(jar(), time);
  }

  private static Path jar() throws IOException {
    return dists().getFirst().resolve("lab-cli/lab.jar");
  }

  private static Path archive() throws IOException {
    return jar().resolveSibling("lab.jsa");
  }

  @Test
  @Order(2)
  void loadEngineGetsTheBetterCompilerWhateverOptionStandsBeforeRun() throws Exception {
    assertThat(end(start(PRINT_FLAGS, "./lab", "--plain", "--root", ".", "run", "--help")).out())
        .containsPattern("TieredStopAtLevel += 4 ");
    assertThat(end(start(PRINT_FLAGS, "./lab", "--version")).out())
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
  void signalsReachTheLab() throws Exception {
    var said = Files.createFile(folder.resolve("said of up"));
    var up = start(Map.of(), "sh", "-c", "exec ./lab up >'%s' 2>&1".formatted(said));
    LabProcess.await(
        "the stack",
        Duration.ofSeconds(90),
        () -> LabProcess.text(said).contains("nginx   | ready"));
    up.toHandle().destroy();
    assertThat(end(up).exit()).isEqualTo(143);
    LabProcess.awaitNobodyOf(copy);
  }

  @Test
  @Order(3)
  void brokenSourceIsNamedWithTheLog() throws Exception {
    var main = copy.resolve(FIRST);
    var good = Files.readString(main);
    Files.writeString(main, good + "}");
    var done = end(start(Map.of(), "./lab", "--version"));
    assertThat(done.exit()).isEqualTo(4);
    assertThat(done.err()).contains("the build failed", FIRST, ".lab/build.log");
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

  private static Process start(Map<String, String> environment, String... words)
      throws IOException {
    return LauncherBench.start(copy, environment, words);
  }
}
