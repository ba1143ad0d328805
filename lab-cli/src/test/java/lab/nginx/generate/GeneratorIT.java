package lab.nginx.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lab.nginx.syntax.closure.Configuration;
import lab.nginx.syntax.parse.Oracle;
import lab.stack.nginx.NginxBinaries;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gives generated files to the real nginx. */
@Tag("process")
class GeneratorIT {
  private static final Path SHIPPED = Path.of("..", "nginx", "nginx.conf");

  @TempDir Path folder;

  @Test
  void theShippedFileRunsFromAFolderAndTellsWhoAnswered() throws Exception {
    var free = freePorts();
    int port = free.getFirst();
    int peer = free.getLast();
    var ports = Map.of(8080, port, 8101, peer);
    var options = GenerateOptions.in(folder).withPorts(ports).withSpeed(10).withTrace();
    var generated = Generator.generate(Configuration.load(SHIPPED), options);
    assertThat(generated.effectiveSpeed()).isEqualTo(10);
    assertThat(generated.portMap()).containsAllEntriesOf(ports);
    var conf = folder.resolve("nginx.conf");
    Files.write(conf, generated.bytes());
    assertThat(ask(conf, port, peer)).isEqualTo("hello from 127.0.0.1:" + peer);
    assertThat(Files.readString(options.traceLog()))
        .contains("\"nonce\":\"n-17\"", "127.0.0.1:" + peer, "\"status\":200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http { server { listen 8080; listen [::]:8080; listen localhost:8080; } }",
        "http { server { listen 8080; } server { listen 127.0.0.1:8080; } server { listen [::1]:8080; } }",
        "daemon on; pid /x; error_log /nowhere/e debug; http { access_log off; access_log /no/a; server { } }",
        "user nobody_at_all; http { proxy_temp_path /no 1 2; proxy_cache_path /no/c keys_zone=a:1m;"
            + " proxy_cache_path /no/d keys_zone=b:1m inactive=1h loader_sleep=100; server { } }",
        "http { upstream a { server 127.0.0.1:1; server 127.0.0.1:2 backup fail_timeout=20; keepalive 2; }"
            + " limit_req_zone $uri zone=z:1m rate=30r/m; server { location / { proxy_pass http://a;"
            + " proxy_read_timeout 1m30s; limit_rate 1k; proxy_cache_valid any 1m; keepalive_timeout 20 30; } } }",
        "http { open_file_cache max=10 inactive=20s; open_file_cache_valid 30s; resolver_timeout 3;"
            + " server { access_log /no/b combined buffer=4k flush=5s; location / { root x; } } }",
        "http { server { location / { if ($arg_a) { access_log /no/z; } limit_except GET { access_log off;"
            + " deny all; } } } }",
        "http { access_log a.log combined buffer=4k; server { access_log b.log combined buffer=8k; } }",
        "http { server { access_log b.log combined buffer=8k; } }",
        "http { server { listen [::1]:8080 backlog=9; } server { listen [::]:8080 backlog=7; }"
            + " server { listen 127.0.0.1:8080; } server { listen 127.0.0.2:8080; } }",
        "http { server { listen 8080 backlog=5; listen [::]:8080; } server { listen [::]:8080; } }",
        "http { map_hash_max_size 512; server { listen 8080; if ($server_port = 8080) { return 200"
            + " \"${server_port} $server_port\"; } proxy_set_header Host $host:$server_port; } }"
      })
  void nginxAcceptsWhatItAcceptedBefore(String http) throws IOException {
    var main = folder.resolve("main.conf");
    Files.writeString(main, "events { worker_connections 64; }\n" + http);
    var run = Files.createDirectory(folder.resolve("run with blank"));
    var generated =
        Generator.generate(
            Configuration.load(main),
            GenerateOptions.in(run)
                .withSpeed(10)
                .withTrace()
                .withUser("root")
                .withPorts(Map.of(8080, 18080)));
    var conf = folder.resolve("generated.conf");
    Files.write(conf, generated.bytes());
    var printed = new Oracle(folder).output(conf);
    assertThat(printed).contains("test is successful");
    assertThat(generated.text().lines().count()).isEqualTo(2);
  }

  @Test
  void theLineThatNginxNamesIsTheOneThatThePersonWrote() throws IOException {
    var main = folder.resolve("main.conf");
    Files.writeString(main, "events { }\nhttp {\n  include a.conf; include b.conf;\n  root;\n}\n");
    Files.writeString(folder.resolve("a.conf"), "# only\n# comments");
    for (var fault : List.of("sendfile\n  maybe;", "\n\nnonsense x;")) {
      Files.writeString(folder.resolve("b.conf"), "default_type x;\n" + fault + "\n");
      var generated =
          Generator.generate(Configuration.load(main), GenerateOptions.in(folder.resolve("run")));
      var conf = folder.resolve("generated.conf");
      Files.write(conf, generated.bytes());
      var refusal = Oracle.refusal(new Oracle(folder).output(conf)).orElseThrow();
      var origin = generated.origin(refusal.line()).orElseThrow();
      assertThat(origin.source().path()).isEqualTo(folder.resolve("b.conf"));
      assertThat(origin.line()).isEqualTo(fault.startsWith("sendfile") ? 3 : 4);
    }
  }

  /** Starts nginx and one peer, asks for a page with a nonce, and stops both. */
  private String ask(Path conf, int port, int peer) throws Exception {
    var server = HttpServer.create(new InetSocketAddress(loopback(), peer), 8);
    server.createContext(
        "/",
        exchange -> {
          var body = ("hello from 127.0.0.1:" + peer).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    var builder =
        new ProcessBuilder(NginxBinaries.own().commandLine(conf, folder))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.log").toFile());
    builder.environment().clear();
    var nginx = builder.start();
    try (var client = HttpClient.newHttpClient()) {
      awaitListening(port, nginx);
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
              .header("X-Lab-Nonce", "n-17")
              .timeout(Duration.ofSeconds(20))
              .build();
      return client.send(request, BodyHandlers.ofString()).body();
    } finally {
      nginx.destroy();
      nginx.waitFor(20, TimeUnit.SECONDS);
      server.stop(0);
    }
  }

  private void awaitListening(int port, Process nginx) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() < deadline) {
      assertThat(nginx.isAlive()).as(this::startLog).isTrue();
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(loopback(), port), 1000);
        return;
      } catch (IOException notYet) {
        nginx.waitFor(20, TimeUnit.MILLISECONDS);
      }
    }
    throw new AssertionError("nginx does not listen");
  }

  /** nginx makes the file a moment after it was started. */
  private String startLog() {
    try {
      return Files.readString(folder.resolve("start.log"));
    } catch (IOException notYet) {
      return "nginx has written nothing";
    }
  }

  private static List<Integer> freePorts() throws IOException {
    try (var one = new ServerSocket(0, 1, loopback());
        var other = new ServerSocket(0, 1, loopback())) {
      return List.of(one.getLocalPort(), other.getLocalPort());
    }
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }
}
