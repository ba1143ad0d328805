package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lab.stack.ProcessId;
import lab.stack.StackCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stack as a person starts, uses and ends it. */
@Tag("process")
@Timeout(120)
class UpCommandIT {
  /** Of a stack in the foreground that is whole. */
  private static final String UP = "Ctrl-C ends it all";

  @TempDir Path folder;
  private LabBench bench = new LabBench(Path.of(""));

  @BeforeEach
  void checkout() throws IOException {
    bench = LabBench.in(folder.resolve("a folder with blanks"));
  }

  @AfterEach
  void down() {
    bench.lab("down");
  }

  @Test
  void detachedStackServesUntilDown() throws Exception {
    var up = bench.lab("up", "-d");
    assertThat(up.exit()).as(up.err()).isZero();

    var status = bench.lab("status", "--json");
    assertThat(status.exit()).isZero();
    int port = port(status, "nginx");
    var answer = get(port, "/");
    assertThat(answer).contains("200", "sync/", status.json().path("nonce").asString());

    assertThat(bench.lab("status").out())
        .contains("PROGRAM   ADDRESS")
        .containsPattern("nginx +http://127\\.0\\.0\\.1:" + port + " +\\d+  up\n")
        .containsPattern("sync +http://127\\.0\\.0\\.1:" + port(status, "sync") + " ");
    assertThat(up.out()).contains(bench.lab("status").out());

    assertThat(bench.lab("up", "-d").exit()).isEqualTo(4);
    assertThat(bench.lab("run", "check-feed", "--speed", "3").err()).contains("runs at speed 10");
    assertThat(bench.lab("logs", "sync").out()).contains("ready");
    assertThat(bench.lab("logs", "nobody").exit()).isEqualTo(2);
    assertThat(bench.lab("logs", "nginx").out())
        .as("the shipped file's other peer of sync refuses")
        .contains("nginx   | ", "Connection refused");
    assertThat(bench.lab("logs", "--json").json().at("/logs/sync").toString()).contains("ready");

    var conf = bench.root().resolve("nginx/nginx.conf");
    bench.write(
        Files.readString(conf).replace("proxy_pass http://sync", "proxy_pass http://async"));
    var run = bench.lab("run", "check-feed", "--duration", "10s", "--json");
    assertThat(run.err()).contains("nginx has read it again");
    assertThat(run.json().at("/servedBy/~1check_feed/async").asLong()).isEqualTo(100);
    var kept = bench.root().resolve(".lab/runs/latest/stack");
    assertThat(kept.resolve("nginx.conf")).content().contains("proxy_pass http://async");
    assertThat(kept.resolve("trace.ndjson")).content().contains("/check_feed");
    assertThat(kept.resolve("error.log"))
        .content()
        .as("what was written before the run is not of the run")
        .doesNotContain("Connection refused");
    assertThat(kept.resolve("logs/sync.log")).exists().content().doesNotContain("ready");

    for (var mode : List.of("pooled", "virtual")) {
      var sent = bench.lab("run", "check-feed", "--upstream", mode, "--duration", "10s", "--json");
      assertThat(sent.err()).contains("nginx sends everything to " + mode + " until this run ends");
      assertThat(sent.json().at("/servedBy/~1check_feed/" + mode).asLong()).isEqualTo(100);
      assertThat(get(port, "/")).as("its own routes again").contains("sync/");
    }
    try (var stopped = LabProcess.start(bench.root(), "run", "check-feed", "--upstream", "async")) {
      stopped.awaitWords("load 1.");
      stopped.signal("INT");
      assertThat(stopped.exitCode()).as(stopped.said()).isEqualTo(130);
      assertThat(get(port, "/")).as("after Ctrl-C, too").contains("sync/");
    }
    assertThat(bench.lab("run", "check-feed", "--blocking-feed").err())
        .contains("--blocking-feed needs a stack of its own");

    assertThat(bench.lab("init", "--learner", "bob").exit()).isZero();
    var other = bench.lab("run", "check-feed", "--duration", "1s", "--json");
    assertThat(other.err()).contains("has other numbers than yours (sync workers 2 instead of 3");
    assertThat(other.json().at("/settings/syncWorkers").asInt())
        .as("what is put on record is what was there")
        .isEqualTo(2);

    var card = bench.root().resolve(".lab/stack.json");
    Files.writeString(card, Files.readString(card).replaceFirst("(\"build\" ?: ?\")", "$1older "));
    assertThat(bench.lab("run", "check-feed", "--duration", "1s").err())
        .contains("runs an older build");

    assertThat(bench.lab("down").out()).contains("  nginx\n", "  async\n");
    assertThat(bench.lab("status").exit()).isEqualTo(1);
    assertThat(bench.lab("down").out()).contains("Nothing was up.");
    LabProcess.awaitNobodyOf(bench.root());
  }

  /** {@code nginx -t} knows nothing of the zones that the nginx which serves holds. */
  @Test
  void aChangeThatNginxDoesNotTakeStopsEveryRun() throws Exception {
    var shipped = Files.readString(bench.root().resolve("nginx/nginx.conf"));
    bench.write(withZone(shipped, "$binary_remote_addr"));
    var up = bench.lab("up", "-d", "--json");
    assertThat(up.exit()).as(up.err()).isZero();
    assertThat(up.json().at("/stack/detached").asBoolean()).isTrue();
    bench.write(withZone(shipped, "$uri"));
    for (var time : List.of("first", "second")) {
      var run = bench.lab("run", "check-feed", "--duration", "1s");
      assertThat(run.exit()).as(time + ": " + run.err()).isEqualTo(4);
      assertThat(run.err().replaceAll("\\s+", " "))
          .contains("limit_conn_zone \"c\" uses the \"$uri\" key", "lab down");
    }
    assertThat(bench.root().resolve(".lab/runs/r-0001")).doesNotExist();
    bench.write(withZone(shipped, "$binary_remote_addr"));
    assertThat(bench.lab("run", "check-feed", "--duration", "1s").exit()).isIn(0, 3);
  }

  private static String withZone(String configuration, String key) {
    return configuration.replace("http {", "http {\n    limit_conn_zone " + key + " zone=c:1m;\n");
  }

  @Test
  void killOfTheLabLeavesNothingThoughStreamsAreOpen() throws Exception {
    try (var lab = LabProcess.start(bench.root(), "up");
        var client = HttpClient.newHttpClient()) {
      lab.awaitWords(UP);
      int port = port(bench.lab("status", "--json"), "nginx");
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/stream_feed"));
      var open = client.sendAsync(request.build(), BodyHandlers.ofLines());
      assertThat(open.get().body().findFirst()).isPresent();
      assertThat(LabProcess.of(bench.root()))
          .as("lab, supervisor, feed, arbiter, two workers, three more modes, nginx and its worker")
          .hasSizeGreaterThanOrEqualTo(11);
      lab.signal("KILL");
      assertThat(lab.exitCode()).isEqualTo(137);
      LabProcess.awaitNobodyOf(bench.root());
    }
  }

  /** Ctrl-C and a closed terminal; the launcher's test sends the third. */
  @ParameterizedTest
  @CsvSource({"INT, 130", "HUP, 129"})
  void aSignalEndsTheForegroundStack(String signal, int exit) throws Exception {
    try (var lab = LabProcess.start(bench.root(), "up")) {
      lab.awaitWords(UP);
      lab.signal(signal);
      assertThat(lab.exitCode()).isEqualTo(exit);
      LabProcess.awaitNobodyOf(bench.root());
    }
  }

  @Test
  void theForegroundNamesWhoDiesIsFollowedElsewhereAndSaysThatItWasTakenDown() throws Exception {
    try (var lab = LabProcess.start(bench.root(), "up")) {
      lab.awaitWords(UP);
      try (var logs = LabProcess.start(bench.root(), "logs", "-f", "virtual")) {
        logs.awaitWords("virtual | ready");
        var virtual =
            new StackCard(bench.root().resolve(".lab")).running().orElseThrow().child("virtual");
        virtual.flatMap(ProcessId::live).orElseThrow().destroyForcibly();
        lab.awaitWords("ended with exit code 137; the others go on. Its last lines");
        lab.awaitWords("virtual |   ready");
        assertThat(lab.said()).contains("virtual.log:");

        assertThat(bench.lab("down").exit()).isZero();
        assertThat(lab.exitCode()).as(lab.said()).isZero();
        assertThat(lab.said()).contains("taken down from elsewhere");
        assertThat(logs.exitCode()).isZero();
      }
    }
    LabProcess.awaitNobodyOf(bench.root());
  }

  private static int port(LabBench.Done status, String program) {
    for (var one : status.json().path("programs")) {
      if (one.path("program").asString().equals(program)) {
        return one.path("port").asInt();
      }
    }
    throw new AssertionError("no " + program + " in " + status.out());
  }

  private static String get(int port, String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
      var answer = client.send(request, BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.headers().map();
    }
  }
}
