package lab.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

  /** Each waits for a file that only the other one makes. */
  @Test
  void commandsThatRunAtOnceMeet(@TempDir Path folder) throws IOException {
    var first = meeting("one", "two");
    var second = meeting("two", "one");
    var said = Captured.runAtOnce(List.of(first, second), folder, Duration.ofSeconds(30));
    assertThat(said).extracting(Captured::output).containsExactly("one", "two");
  }

  @Test
  void whatCannotBeStartedAtOnceIsNamed(@TempDir Path folder) {
    var commands = List.of(List.of("sh", "-c", "true"), List.of("/no/such/program"));
    assertThatThrownBy(() -> Captured.runAtOnce(commands, folder, Duration.ofSeconds(30)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/no/such/program");
  }

  private static List<String> meeting(String mine, String other) {
    return List.of(
        "sh",
        "-c",
        "touch %1$s; until [ -e %2$s ]; do sleep 0.05; done; printf %1$s".formatted(mine, other));
  }

  private static int iterations(String script) throws IOException {
    var command = List.of("sh", "-c", script);
    return ServerJar.iterations(
        command, Captured.run(command, Path.of("/"), Duration.ofSeconds(30)));
  }
}
