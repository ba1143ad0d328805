package lab.verify.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import lab.course.variation.Learner;
import lab.course.variation.Numbers;
import lab.course.variation.Variation;
import lab.nginx.syntax.closure.Configuration;
import lab.nginx.syntax.closure.MemoryFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a file where there is no nginx to ask. */
class RefusalTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "server { location / { proxypass http://sync; } }",
        "server { location / { proxy_pass a; } }",
        "server { location /a { return 200 1; } location /a { return 200 2; } }",
        "upstream x { server 127.0.0.1:1; } upstream x { server 127.0.0.1:2; }",
        "upstream x { }",
        "server { listen 80 default_server; } server { listen 80 default_server; }",
        "server { listen 80; listen 80; }",
        "server { location ~ ^/x { proxy_pass http://127.0.0.1:1/; } }",
        "server { location /a { location /b { return 200; } } }",
        "server { return /x; }",
        "server { location / { proxy_buffering yes; } }",
        "server { root /a; root /b; }",
      })
  void ourOwnRulesAreEnoughForTheUsualMistakes(String http) {
    assertThat(refusal("events { } http { " + http + " }"))
        .hasValueSatisfying(reason ->
            assertThat(reason).startsWith("nginx refuses the file: ").endsWith(" in nginx.conf:1"));
  }

  @Test
  void aModuleMayBringNamesAndVariablesButNoSecondRoot() {
    var head = "load_module m.so; events { } http { server { ";
    assertThat(refusal(head + "made_up on; return 200 $made_up; } }")).isEmpty();
    assertThat(refusal(head + "root a; root b; } }")).isPresent();
  }

  @Test
  void whatSomeReleaseKnowsIsNoMistake() {
    var head = "events { } http { server { ";
    assertThat(refusal(head + "http2_push_preload on; } }")).as("gone since 1.25.1").isEmpty();
    assertThat(refusal(head + "http2 on; } }")).as("new in 1.25.1").isEmpty();
    assertThat(refusal(head + "http3_push on; } }")).as("in no release").isPresent();
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void nothingIsSaidAgainstAFileThatNginxAccepts(Path file) {
    var configuration = Configuration.load(file);
    if (configuration.ok()) {
      assertThat(Refusal.of(configuration, Optional.empty())).isEmpty();
    }
  }

  /** As a learner is given it: a number may stand in its place only then. */
  @ParameterizedTest
  @MethodSource("solutions")
  void nothingIsSaidAgainstASolution(Path file) throws IOException {
    var numbers = Numbers.of(Variation.original(), Learner.anybody());
    var configuration = MemoryFiles.load(numbers.in(Files.readString(file)));
    assertThat(configuration.ok()).isTrue();
    assertThat(Refusal.of(configuration, Optional.empty())).isEmpty();
  }

  static Stream<Path> solutions() throws IOException {
    try (var files = Files.walk(Path.of("../solutions"))) {
      return files.filter(file -> file.toString().endsWith(".conf")).toList().stream();
    }
  }

  static Stream<Path> accepted() throws IOException {
    try (var fixtures = Files.walk(Path.of("src/test/resources/lint"));
        var shipped = Files.walk(Path.of("../nginx"))) {
      return Stream.concat(fixtures, shipped)
          .filter(file ->
              file.endsWith("quiet.conf")
                  || (file.toString().endsWith(".conf") && !file.toString().contains("lint")))
          .toList()
          .stream();
    }
  }

  private static Optional<String> refusal(String text) {
    return Refusal.of(MemoryFiles.load(text), Optional.empty());
  }
}
