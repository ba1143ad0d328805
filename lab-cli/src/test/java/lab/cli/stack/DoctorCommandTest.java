package lab.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import lab.cli.Console;
import lab.cli.ExitCode;
import lab.cli.Workspace;
import lab.screen.Ink;
import lab.stack.machine.Observation;
import lab.stack.machine.Observation.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What lab doctor makes of a machine, made up but for the last one. */
class DoctorCommandTest {
  private static final Observation JDK = new Observation(Level.OK, "JDK", "25.0.1 (/opt/jdk)", "");
  private static final Observation PORTS =
      new Observation(
          Level.WARN,
          "ports",
          "taken: 8080 by java (pid 4711), 8101 by somebody whose name is not to be had",
          "nothing to do: the lab takes free ports instead, and says so");
  private static final Observation NGINX =
      new Observation(Level.FAIL, "nginx", "not found", "sudo dnf install nginx");

  private final StringWriter out = new StringWriter();

  @Test
  void whatIsInTheWayStandsAboveItsFix() {
    tell(false, List.of(JDK, PORTS, NGINX));
    assertThat(out.toString())
        .isEqualTo(
            """
              ok    JDK        25.0.1 (/opt/jdk)
              warn  ports      taken: 8080 by java (pid 4711), 8101 by somebody whose name
                               is not to be had
                               fix: nothing to do: the lab takes free ports instead, and
                                    says so
              FAIL  nginx      not found
                               fix: sudo dnf install nginx
            """);
  }

  @Test
  void onlyWhatTheLabCannotWorkWithIsAFailure() {
    assertThat(tell(false, List.of(JDK, PORTS))).isEqualTo(ExitCode.DONE);
    assertThat(tell(false, List.of(JDK, NGINX, PORTS))).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(tell(true, List.of(JDK, NGINX, PORTS))).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(ExitCode.ENVIRONMENT.code()).isEqualTo(4);
  }

  @Test
  void jsonSaysTheSame() {
    tell(true, List.of(JDK, NGINX));
    var json = JsonMapper.builder().build().readTree(out.toString());
    assertThat(json.path("schema").asString()).isEqualTo("lab/doctor/1");
    assertThat(json.path("observations")).hasSize(2);
    var nginx = json.at("/observations/1");
    assertThat(nginx.path("level").asString()).isEqualTo("FAIL");
    assertThat(nginx.path("subject").asString()).isEqualTo("nginx");
    assertThat(nginx.path("saw").asString()).isEqualTo("not found");
    assertThat(nginx.path("fix").asString()).isEqualTo("sudo dnf install nginx");
  }

  @ParameterizedTest
  @ValueSource(ints = {48, 60, 80})
  void noLineIsWiderThanTheScreen(int columns) {
    var out = new StringWriter();
    var writer = new PrintWriter(out, true);
    var console = new Console(writer, writer, new Ink(false), false, false, true, false);
    DoctorCommand.show(
        console,
        List.of(
            new Observation(
                Level.WARN,
                "load",
                "the load average is 3.1 on two cores, and so timing checks may be inconclusive",
                "close what else computes here, such as a build or a video, and look again")),
        columns);
    assertThat(out.toString().lines().toList())
        .hasSizeGreaterThan(2)
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns))
        .anySatisfy(line -> assertThat(line).contains("warn", "load"))
        .anySatisfy(line -> assertThat(line).contains("fix:"));
  }

  /** The measuring programs ask no other way where a JDK is, and read the answer line by line. */
  @Test
  void benchReadsTheJdkFromTheJsonOfThisMachine(@TempDir Path folder) throws Exception {
    tell(true, DoctorCommand.look(new Workspace(folder)));
    var said = Files.writeString(folder.resolve("doctor.json"), out.toString());
    var sed = new ProcessBuilder("sed", "-n", script(), said.toString()).start();
    assertThat(new String(sed.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(System.getProperty("java.home") + "\n");
  }

  /** What bench/run gives to sed. */
  private static String script() throws IOException {
    var line = Pattern.compile("^JAVA_HOME=.*\\| sed -n '(.*)'\\)$", Pattern.MULTILINE);
    var found = line.matcher(Files.readString(Path.of("../bench/run")));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private ExitCode tell(boolean json, List<Observation> seen) {
    var nobody = new PrintWriter(new StringWriter());
    return DoctorCommand.tell(
        new Console(new PrintWriter(out), nobody, new Ink(false), json, false, true, false), seen);
  }
}
