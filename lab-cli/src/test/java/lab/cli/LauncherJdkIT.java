package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lab.cli.LauncherBench.Done;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which JDK the launcher finds. The JDKs are made up, and so is the Maven that is to build with
 * one: it writes down which, and fails.
 */
@Tag("process")
@Timeout(60)
class LauncherJdkIT {
  private static final Path LAUNCHER = Path.of(System.getProperty("lab.root"), "lab");

  /** All that the launcher needs until it builds. */
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "cksum",
          "cut",
          "dirname",
          "find",
          "grep",
          "head",
          "kill",
          "ls",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sh",
          "sleep",
          "tail",
          "touch",
          "tr",
          "uname");

  @TempDir private Path folder = Path.of("");
  private Path home = Path.of("");
  private Path path = Path.of("");

  /** The launcher itself, but for the folders in which this machine does hold a JDK 25. */
  @BeforeEach
  void aMachineWithoutAnyJdk() throws IOException {
    home = Files.createDirectories(folder.resolve("home"));
    path = Files.createDirectories(folder.resolve("path"));
    for (var tool : TOOLS) {
      program(path.resolve(tool), "#!/bin/sh\nexec " + realPath(tool) + " \"$@\"\n");
    }
    var text = Files.readString(LAUNCHER);
    assertThat(text).contains("/usr/lib/jvm/*", "/usr/java/*");
    program(
        folder.resolve("lab"),
        text.replace("/usr/lib/jvm/*", "/nowhere/*").replace("/usr/java/*", "/nowhere/*"));
    program(folder.resolve("mvnw"), "#!/bin/sh\necho \"built with $JAVA_HOME\"\nexit 1\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {".jdks/temurin-25", ".sdkman/candidates/java/25-tem"})
  void thePersonsOwnFoldersAreLookedAt(String place) throws Exception {
    var jdk = jdk(home.resolve(place), "25.0.3");
    assertThat(builtWith(Map.of())).isEqualTo(jdk);
  }

  @Test
  void theOneOfJavaHomeGoesBeforeAllOthers() throws Exception {
    jdk(home.resolve(".jdks/newer"), "25.0.9");
    var jdk = jdk(folder.resolve("my java"), "25.0.3");
    assertThat(builtWith(Map.of("JAVA_HOME", jdk.toString()))).isEqualTo(jdk);
  }

  @Test
  void theOneOnThePathIsFoundThroughItsLinks() throws Exception {
    var jdk = jdk(folder.resolve("elsewhere"), "25.0.3");
    Files.createSymbolicLink(path.resolve("java"), jdk.resolve("bin/java"));
    assertThat(builtWith(Map.of())).isEqualTo(jdk);
  }

  @Test
  void whereTheDefaultIsTooOldAnotherIsTaken() throws Exception {
    var old = jdk(folder.resolve("old"), "17.0.15");
    var jdk = jdk(home.resolve(".jdks/temurin-25"), "25.0.3");
    assertThat(builtWith(Map.of("JAVA_HOME", old.toString()))).isEqualTo(jdk);
  }

  @Test
  void theNewest25IsTakenAndANewerOneOnlyWhereThereIsNone() throws Exception {
    var newer = jdk(home.resolve(".jdks/a"), "26.0.1");
    jdk(home.resolve(".jdks/b"), "21.0.7");
    assertThat(builtWith(Map.of())).isEqualTo(newer);
    jdk(home.resolve(".jdks/c"), "25.0.3");
    var newest = jdk(home.resolve(".jdks/d"), "25.0.10");
    jdk(home.resolve(".jdks/e"), "25.0.9");
    assertThat(builtWith(Map.of())).isEqualTo(newest);
  }

  @ParameterizedTest
  @ValueSource(strings = {".jdks/temurin-17", ".sdkman/candidates/java/17-tem"})
  void oneThatIsTooOldIsNamed(String place) throws Exception {
    var old = jdk(home.resolve(place), "17.0.15");
    assertThat(refused(Map.of())).contains(old.toString(), "Java 17.0.15");
  }

  @Test
  void aJavaThatCannotCompileIsNamed() throws Exception {
    var jre = jdk(home.resolve(".jdks/jre"), "25.0.3");
    Files.delete(jre.resolve("bin/javac"));
    assertThat(refused(Map.of())).contains(jre.toString(), "a JRE without javac");
  }

  @Test
  void aNamedOneThatIsTooOldIsRefusedThoughAnotherWouldDo() throws Exception {
    jdk(home.resolve(".jdks/temurin-25"), "25.0.3");
    var old = jdk(folder.resolve("old jdk"), "17.0.15");
    assertThat(refused(Map.of("LAB_JDK", old.toString())))
        .contains(old.toString(), "Java 17.0.15", "JDK 25");
  }

  /** A program of a platform, what it says, and how one installs a JDK there. */
  @ParameterizedTest
  @CsvSource({
    "uname, Darwin, brew install --cask temurin@25",
    "apt-get, '', sdk install java 25-tem",
    "dnf, '', sudo dnf install java-25-openjdk-devel",
    "apk, '', apk add openjdk25",
    "true, '', sdk install java 25-tem"
  })
  void withoutAnyItSaysWhereItLookedAndHowToInstallOneHere(
      String program, String says, String command) throws Exception {
    Files.deleteIfExists(path.resolve(program));
    program(path.resolve(program), "#!/bin/sh\necho '" + says + "'\n");
    assertThat(refused(Map.of()))
        .contains("no JDK 25", "Looked at", "~/.jdks", "Install one:  " + command, "LAB_JDK=");
  }

  @Test
  void whereAptHasAJdk25ThatIsTheCommand() throws Exception {
    program(path.resolve("apt-get"), "#!/bin/sh\n");
    program(path.resolve("apt-cache"), "#!/bin/sh\n[ \"$2\" = openjdk-25-jdk ]\n");
    assertThat(refused(Map.of())).contains("sudo apt-get install openjdk-25-jdk-headless");
  }

  /** The JDK that the build began with. */
  private Path builtWith(Map<String, String> environment) throws Exception {
    var done = lab(environment);
    assertThat(done.err()).contains("the build failed");
    var line = Files.readString(folder.resolve(".lab/build.log")).lines().findFirst().orElseThrow();
    return Path.of(line.replace("built with ", ""));
  }

  private String refused(Map<String, String> environment) throws Exception {
    var done = lab(environment);
    assertThat(done.exit()).as(done.err()).isEqualTo(4);
    return done.err();
  }

  private Done lab(Map<String, String> environment) throws Exception {
    var all = new HashMap<>(Map.of("HOME", home.toString(), "JAVA_HOME", "", "LAB_JDK", ""));
    all.putAll(environment);
    all.put("PATH", path.toString());
    return LauncherBench.end(LauncherBench.start(folder, all, "./lab", "--version"));
  }

  private static Path jdk(Path home, String version) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    program(home.resolve("bin/java"), "#!/bin/sh\nexit 1\n");
    program(home.resolve("bin/javac"), "#!/bin/sh\nexit 1\n");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home.toRealPath();
  }

  private static void program(Path file, String text) throws IOException {
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static Path realPath(String tool) {
    return List.of("/usr/bin", "/bin").stream()
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }
}
