package lab.run.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import lab.nginx.generate.Generated;
import lab.nginx.syntax.closure.Configuration;
import lab.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedConfTest {
  private static final Map<Integer, Integer> USUAL = Map.of(8080, 8080);
  private static final Map<Integer, Integer> MOVED = Map.of(8080, 38080);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "listen 127.0.0.1:8080;",
        "listen 8080;",
        "listen *:8080 default_server;",
        "listen localhost:8080;",
        "listen [::]:8080;",
        "listen 9090; listen 8080;",
        "listen [::1]:8080; listen 8080;"
      })
  void anyWayToListenWhereTheLabAsksWillDo(String listen) throws IOException {
    generate(listen, USUAL);
    assertThat(generate(listen, MOVED).text()).contains("127.0.0.1:38080");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "listen 9090;",
        "listen 80;",
        "listen [::1]:8080;",
        "listen 127.0.0.2:8080;",
        "listen 38080;"
      })
  void anyOtherIsAProblemThatNamesTheLine(String listen) {
    for (var ports : java.util.List.of(USUAL, Map.of(8080, 48080))) {
      assertThatThrownBy(() -> generate(listen, ports))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> {
                var problem = e.problems().getFirst();
                assertThat(problem.what()).contains("would not listen on port 8080");
                assertThat(problem.where()).isEqualTo(main() + ":4: " + listen);
                assertThat(problem.next()).contains("listen 127.0.0.1:8080;");
              });
    }
  }

  @Test
  void aServerThatDoesNotSayWhereIsNamedByItsFile() {
    assertThatThrownBy(() -> generate("", USUAL))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems().getFirst().where()).startsWith(main() + ": no server has"));
  }

  private Path main() {
    return folder.resolve("nginx.conf");
  }

  private Generated generate(String listen, Map<Integer, Integer> ports) throws IOException {
    Files.writeString(main(), "events {}\nhttp {\nserver {\n" + listen + "\nreturn 204;\n}\n}\n");
    return GeneratedConf.of(
        Configuration.load(main()), folder.toAbsolutePath(), ports, 10, Optional.empty());
  }
}
