package lab.nginx.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.nginx.syntax.closure.Configuration;
import lab.stack.nginx.NginxBinaries;
import lab.stack.trial.Answer;
import lab.stack.trial.EchoPeer;
import lab.stack.trial.NginxTrial;
import lab.stack.trial.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asks the real nginx on the generated file what the person's own file would answer. */
@Tag("process")
class GeneratedMeaningIT {
  @TempDir Path folder;

  private int port;
  private int peer;
  private GenerateOptions options;

  @BeforeEach
  void choosePorts() throws IOException {
    try (var one = new ServerSocket(0, 1, loopback());
        var other = new ServerSocket(0, 1, loopback())) {
      port = one.getLocalPort();
      peer = other.getLocalPort();
    }
    var run = Files.createDirectory(folder.resolve("run"));
    var plain = GenerateOptions.in(run).withPorts(Map.of(8080, port, 8101, peer)).withTrace();
    options = "root".equals(System.getProperty("user.name")) ? plain.withUser("root") : plain;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      textBlock =
          """
          location /api { rewrite ^ /x break; proxy_pass http://a$request_uri; } @ /api/v?q=1
          location /api { rewrite ^ /x break; proxy_pass http://a; }             @ /x?q=1
          location /api { proxy_pass http://a/b; }                               @ /b/v?q=1
          location /api { set $v a; proxy_pass http://$v; }                      @ /api/v?q=1
          location /api { set $v a; proxy_pass http://$v$uri$is_args$args; }     @ /api/v?q=1
          """)
  void theGroupIsAskedForTheUriThatTheOldOneWas(String location, String expected)
      throws IOException {
    var groups = "upstream a { server 127.0.0.1:8101; } upstream b { server 127.0.0.1:8101; }";
    var conf = groups + " server { listen 8080; " + location + " }";
    try (var app = EchoPeer.listen("127.0.0.1", peer)) {
      ask(conf, List.of("127.0.0.1 /api/v?q=1"));
      options = options.withUpstream("b");
      ask(conf, List.of("127.0.0.1 /api/v?q=1"));
      assertThat(app.seen()).extracting(EchoPeer.Seen::target).containsExactly(expected, expected);
      assertThat(app.seen().getLast().host()).hasValue("b");
    }
  }

  @Test
  void whoListensEverywhereAnswersWhereNobodyElseDoes() throws IOException {
    var answers =
        ask(
            "server { listen 8080; return 200 wild; } server { listen 127.0.0.3:8080; return 200"
                + " three; }",
            List.of("127.0.0.1 /", "127.0.0.3 /"));
    assertThat(answers).extracting(Answer::body).containsExactly("wild", "three");
  }

  @Test
  void filesComeFromTheFolderBesideTheFile() throws IOException {
    Files.writeString(Files.createDirectory(folder.resolve("html")).resolve("index.html"), "hello");
    assertThat(ask("server { listen 8080; }", List.of("127.0.0.1 /")))
        .extracting(Answer::body)
        .containsExactly("hello");
  }

  @Test
  void eachRequestIsTracedOnce() throws IOException {
    Files.writeString(folder.resolve("t.inc"), "access_log off;");
    ask(
        "server { listen 8080; server_name a; access_log a.log; include t.inc; return 200; }"
            + " server { listen 8080; server_name b; include t.inc; return 200; }",
        List.of("127.0.0.1 /", "127.0.0.1 / b", "127.0.0.1 / b"));
    assertThat(Files.readAllLines(options.traceLog())).hasSize(3);
  }

  @Test
  void theServersPortIsTheOneThatThePersonNamed() throws IOException {
    var answers =
        ask(
            "server { listen 8080; location /if { if ($server_port = 8080) { return 200 $host:"
                + "$server_port; } } location / { return 302 http://$host:$server_port/if; }"
                + " location /own { return 302 http://localhost:8080$uri; } }",
            List.of("127.0.0.1 /if", "127.0.0.1 /", "127.0.0.1 /own"));
    assertThat(answers.getFirst().body()).isEqualTo("a:8080");
    assertThat(answers.get(1).header("location")).hasValue("http://a:" + port + "/if");
    assertThat(answers.get(2).header("location")).hasValue("http://localhost:" + port + "/own");
  }

  /**
   * Starts nginx, asks, and stops it.
   *
   * @param requests each an address, a target, and perhaps a host
   */
  private List<Answer> ask(String http, List<String> requests) throws IOException {
    var main = folder.resolve("main.conf");
    Files.writeString(main, "events { }\nhttp { " + http + " }\n");
    var conf = options.folder().resolve("nginx.conf");
    Files.write(conf, Generator.generate(Configuration.load(main), options).bytes());
    var answers = new ArrayList<Answer>();
    try (var nginx = NginxTrial.start(NginxBinaries.own(), conf, options.folder())) {
      assertThat(nginx).isNotNull();
      for (var request : requests) {
        var words = request.split(" ", -1);
        var host = Optional.of(words.length > 2 ? words[2] : "a");
        answers.add(Wire.send(words[0], port, "GET", words[1], host).orElseThrow());
      }
    }
    return answers;
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }
}
