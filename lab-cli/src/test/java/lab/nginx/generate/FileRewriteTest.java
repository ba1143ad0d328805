package lab.nginx.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import lab.nginx.syntax.closure.ConfigFiles;
import lab.nginx.syntax.closure.Configuration;
import lab.nginx.syntax.closure.MemoryFiles;
import lab.nginx.syntax.parse.Limits;
import lab.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nginx writes and reads beside its configuration. */
class FileRewriteTest {
  private static final GenerateOptions PLAIN = GenerateOptions.in(Path.of("/run"));

  @Test
  void eachLogStaysALogOfItsOwn() {
    var text =
        Generation.text(
            "http { access_log a.log combined buffer=4k; server { access_log b.log combined"
                + " buffer=8k; location / { access_log a.log combined buffer=4k; } } }",
            PLAIN);
    assertThat(text)
        .contains("http {")
        .contains("access_log /run/access.log combined buffer=4k; server")
        .contains("access_log /run/access-2.log combined buffer=8k;")
        .contains("location / { access_log /run/access.log combined buffer=4k; }");
  }

  @Test
  void aLogBelowHttpIsNotTheOneThatHttpHasByDefault() {
    var text = Generation.text("http { server { access_log b.log combined buffer=8k; } }", PLAIN);
    assertThat(text)
        .contains("http { access_log /run/access.log;")
        .contains("access_log /run/access-2.log combined buffer=8k;");
  }

  @Test
  void aSharedAccessLogTracesEveryServerOnce() {
    var read =
        MemoryFiles.load(
            "nginx.conf",
            "http { server { server_name a; access_log a.log; include t.inc; }"
                + " server { server_name b; include t.inc; } }",
            "t.inc",
            "access_log off;");
    var text = Generator.generate(read, PLAIN.withTrace()).text();
    var trace = "access_log /run/trace.ndjson lab_trace;";
    assertThat(text)
        .contains("access_log /run/access-2.log; " + trace)
        .containsPattern("server \\{ listen|server \\{ " + trace.replace(".", "\\."));
    assertThat(text.split(trace.replace(".", "\\."), -1)).as(text).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server { listen 8080; }",
        "server { location = /x { proxy_pass http://127.0.0.1:1; } }",
        "server { location / { expires 1h; } }",
        "server { location / { proxy_pass http://a; location /b { } } }",
        "server { location / { try_files $uri =404; proxy_pass http://a; } }",
        "server { location / { if (-f $request_filename) { break; } proxy_pass http://a; } }",
        "server { location / { if (!-e /x) { break; } proxy_pass http://a; } }"
      })
  void theUnwrittenRootIsBesideTheFile(String server) {
    assertThat(Generation.text("http { " + server + " }", PLAIN)).contains(" root /conf/html;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "root /x; server { }",
        "server { return 200; }",
        "server { location / { proxy_pass http://127.0.0.1:1; } location /b { return 200; } }"
      })
  void noRootWhereNoneIsRead(String inHttp) {
    assertThat(Generation.text("http { " + inHttp + " }", PLAIN)).doesNotContain("/conf/html");
  }

  @Test
  void aFolderWithADollarIsRefusedWhereNginxWouldReadAVariable() {
    refused(
        () -> Generator.generate(in("/a$b", "http { server {\n root html; } }"), PLAIN),
        "/a$b/nginx.conf:2:7");
    refused(
        () -> Generator.generate(in("/a$b", "events {}\nhttp { server { } }"), PLAIN),
        "/a$b/nginx.conf:2:1");
    refused(
        () -> Generator.generate(in("/conf", "http { }"), GenerateOptions.in(Path.of("/r$n"))),
        "/conf/nginx.conf:1:1");
    assertThat(Generator.generate(in("/a$b", "http { server { return 200; } }"), PLAIN).text())
        .contains("return 200;");
  }

  private static void refused(ThrowingCallable call, String where) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problems().getFirst().where()).isEqualTo(where);
              assertThat(e.problems().getFirst().what()).contains("\"$\"");
              assertThat(e.problems().getFirst().next()).contains("folder without");
            });
  }

  private static Configuration in(String folder, String text) {
    var main = Path.of(folder, "nginx.conf");
    ConfigFiles files = new MemoryFiles(Map.of(main, text));
    return Configuration.load(main, files, Limits.GENEROUS);
  }
}
