package lab.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lab.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The number comes from a real process, which also says what a JVM may say around it. */
class ServerJarTest {
  private static final String WARNING =
      "OpenJDK 64-Bit Server VM warning: Options -Xverify:none were deprecated in JDK 13";

  @Test
  void warningsOfTheJvmAreNoNumbers() throws IOException {
    assertThat(iterations("echo '" + WARNING + "' >&2; echo 1340822")).isEqualTo(1340822);
    assertThat(iterations("echo '" + WARNING + "'; echo 1340822; echo 17 >&2")).isEqualTo(1340822);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo '" + WARNING + "'",
        "echo '" + WARNING + "' >&2",
        "echo 0",
        "echo -5",
        "echo about 1340822",
        "echo 99999999999999",
        "echo 1340822; exit 3",
        "true"
      })
  void anythingElseIsAProblemThatShowsWhatWasSaid(String script) {
    assertThatThrownBy(() -> iterations(script))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              var problem = e.problems().getFirst();
              assertThat(problem.what()).contains("/hash_me could not be measured");
              assertThat(problem.where()).contains("sh -c");
              assertThat(problem.next()).contains("lab doctor");
              if (script.contains("warning")) {
                assertThat(problem.what()).contains(WARNING);
              }
            });
  }

  @Test
  void everySettingReachesTheProgramThatItIsOf(@TempDir Path folder) throws IOException {
    var settings = new StackSettings(10, 42, 3, 50, 512, 20, 1, 6, true);
    assertThat(words(folder, settings))
        .containsExactly(
            "feed --port 8100 --speed 10 --run lab4711 --events sockets/events --exit-with-stdin"
                + " --seed 42 --min 1 --max 6 --control sockets/feed",
            "sync --port 8101 --speed 10 --run lab4711 --events sockets/events"
                + " --feed http://127.0.0.1:8100 --hash-iterations 101 --backlog 512"
                + " --workers 3 --timeout 20",
            "pooled --port 8102 --speed 10 --run lab4711 --events sockets/events --exit-with-stdin"
                + " --feed http://127.0.0.1:8100 --hash-iterations 102 --backlog 512"
                + " --threads 50",
            "async --port 8103 --speed 10 --run lab4711 --events sockets/events --exit-with-stdin"
                + " --feed http://127.0.0.1:8100 --hash-iterations 103 --backlog 512"
                + " --blocking-feed",
            "virtual --port 8104 --speed 10 --run lab4711 --events sockets/events"
                + " --exit-with-stdin"
                + " --feed http://127.0.0.1:8100 --hash-iterations 104 --backlog 512");
    assertThat(words(folder, settings.withBlockingFeed(false)))
        .noneMatch(words -> words.contains("--blocking-feed"));
  }

  /** The command lines of a stack's programs, from the jar on. */
  private static List<String> words(Path folder, StackSettings settings) throws IOException {
    var jar = Files.writeString(folder.resolve("server.jar"), "");
    var ports = new EnumMap<Program, Integer>(Program.class);
    Stream.of(Program.values()).forEach(program -> ports.put(program, program.usualPort()));
    var plan =
        new StackPlan(
            "lab4711",
            folder,
            Path.of("sockets"),
            folder,
            settings.speed(),
            ports,
            Map.of(
                Program.SYNC, 101, Program.POOLED, 102, Program.ASYNC, 103, Program.VIRTUAL, 104),
            Optional.of(settings),
            Optional.empty(),
            List.of());
    return new ServerJar(jar)
        .children(plan, settings).stream()
            .map(child -> String.join(" ", child.command()))
            .map(line -> line.substring(line.indexOf(" -jar " + jar) + (" -jar " + jar).length()))
            .map(String::strip)
            .toList();
  }

  private static int iterations(String script) throws IOException {
    var command = List.of("sh", "-c", script);
    return ServerJar.iterations(
        command, Captured.run(command, Path.of("/"), Duration.ofSeconds(30)));
  }
}
