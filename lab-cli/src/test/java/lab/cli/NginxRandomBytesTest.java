package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lab.nginx.HostileTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The commands themselves on files that nobody would write: whatever the bytes, one of the
 * documented exit codes, and JSON in its documented shape: for {@code explain} of a file with
 * faults the problems. {@code -Dfuzz.seconds=200} looks longer, {@code -Dfuzz.seed=N} elsewhere.
 * {@code check} asks a real nginx and has its own test.
 */
class NginxRandomBytesTest {
  private static final int DONE = 0;
  private static final int NOT_YET = 1;
  private static final int INCONCLUSIVE = 3;
  private static final int ENVIRONMENT = 4;

  @TempDir Path folder;

  @Test
  void everyJsonCommandAnswersWhateverTheBytes() throws IOException {
    var random = new Random(Long.getLong("fuzz.seed", 20261127));
    long end = System.nanoTime() + Duration.ofSeconds(Long.getLong("fuzz.seconds", 3)).toNanos();
    int files = 0;
    for (; System.nanoTime() < end; files++) {
      var bytes = bytes(random);
      var file = folder.resolve("nginx.conf");
      Files.write(file, bytes);
      try {
        parse(file);
        policy(file);
        explain(file);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("on " + new String(bytes, StandardCharsets.ISO_8859_1), e);
      }
    }
    System.err.printf("%d files of hostile bytes given to the commands%n", files);
    assertThat(files).isPositive();
  }

  private static byte[] bytes(Random random) {
    if (random.nextInt(3) > 0) {
      return HostileTexts.next(random).getBytes(StandardCharsets.ISO_8859_1);
    }
    var bytes = new byte[random.nextInt(2_000)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static void parse(Path file) {
    var ran = run("parse", file.toString(), "--json");
    assertThat(ran.code()).isIn(DONE, NOT_YET);
    var json = ran.json();
    assertThat(json.propertyNames()).containsExactly("ok", "nodes", "errors");
    assertThat(json.get("ok").asBoolean()).isEqualTo(ran.code() == DONE);
    assertThat(json.get("errors").isEmpty()).isEqualTo(ran.code() == DONE);
    json.get("nodes").forEach(NginxRandomBytesTest::node);
    for (var error : json.get("errors")) {
      assertThat(error.propertyNames()).containsExactly("message", "file", "line", "col");
      assertThat(error.get("line").asInt()).isPositive();
      assertThat(error.get("col").asInt()).isPositive();
    }
  }

  private static void node(JsonNode node) {
    assertThat(node.propertyNames())
        .containsSequence("directive", "file", "line", "col", "end_line", "args");
    assertThat(node.get("end_line").asInt()).isGreaterThanOrEqualTo(node.get("line").asInt());
    node.path("block").forEach(NginxRandomBytesTest::node);
  }

  private static void policy(Path file) {
    var ran = run("policy", file.toString(), "--json");
    assertThat(ran.code()).isIn(DONE, NOT_YET);
    assertThat(ran.json().propertyNames()).containsExactly("accepted", "refusals");
    assertThat(ran.json().get("accepted").asBoolean()).isEqualTo(ran.code() == DONE);
    assertThat(ran.json().get("refusals").isEmpty()).isEqualTo(ran.code() == DONE);
  }

  private static void explain(Path file) {
    var ran = run("explain", "/", "/check_feed?q=1", "--file", file.toString(), "--json");
    assertThat(ran.code()).isIn(DONE, INCONCLUSIVE, ENVIRONMENT);
    if (ran.code() == ENVIRONMENT) {
      assertThat(ran.json().get("problems")).isNotEmpty();
      return;
    }
    var answers = ran.out().lines().map(JsonMapper.shared()::readTree).toList();
    assertThat(answers).hasSize(2);
    boolean unknown =
        answers.stream()
            .map(answer -> answer.get("outcome").get("kind").asString())
            .anyMatch("cannot-tell"::equals);
    assertThat(unknown).isEqualTo(ran.code() == INCONCLUSIVE);
  }

  private static Ran run(String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    var all = new ArrayList<>(List.of("nginx"));
    all.addAll(List.of(args));
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(all.toArray(String[]::new));
    return new Ran(code, out.toString(), err.toString());
  }

  /** What a command left. */
  private record Ran(int code, String out, String err) {
    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }
  }
}
