package lab.verify.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lab.nginx.syntax.closure.Configuration;
import lab.stack.nginx.NginxBinaries;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a file with the real nginx to ask. */
@Tag("process")
class RefusalIT {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "map $uri $m { default a; default b; }",
        "server { set $uri x; }",
        "server { allow 1.2.3; }",
        "server { location ~ ^/rr { location /rr/s { return 200; } } }",
        "server { rewrite ^ \"\" last; }",
        "server { server_name ~(; }",
        "upstream b { server 127.0.0.1:1; zone z 1k; }",
        "split_clients $uri $m { 60% a; 60% b; }",
      })
  void whereOurRulesAreSilentNginxIsAsked(String http) throws IOException {
    var file = file(http);
    assertThat(Refusal.of(file, Optional.empty())).isEmpty();
    assertThat(Refusal.of(file, Optional.of(NginxBinaries.own())))
        .hasValueSatisfying(reason ->
            assertThat(reason).startsWith("nginx refuses the file: ").endsWith(" in nginx.conf:2"));
  }

  @Test
  void aSurmiseThatNginxDoesNotShareIsDropped() throws IOException {
    var file =
        file("log_format a '$upstream_trailer_x'; server { return 200 $realip_remote_port; }");
    assertThat(Refusal.of(file, Optional.of(NginxBinaries.own()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server { location / { proxy_pass http://no-such-machine.invalid; } }",
        "server { listen 192.0.2.1:80; return 200; }",
        "server { listen 1; return 200; }",
      })
  void whatOnlyThisMachineCannotDoIsNoRefusal(String http) throws IOException {
    assertThat(Refusal.of(file(http), Optional.of(NginxBinaries.own()))).isEmpty();
  }

  @Test
  void aModulesCodeIsNeverRun() throws IOException {
    Files.writeString(folder.resolve("nginx.conf"), "load_module none.so;\nevents { }\nhttp { }\n");
    var file = Configuration.load(folder.resolve("nginx.conf"));
    assertThat(Refusal.of(file, Optional.of(NginxBinaries.own())))
        .as("nginx -t would say that there is no such module")
        .isEmpty();
  }

  private Configuration file(String http) throws IOException {
    var file = folder.resolve("nginx.conf");
    Files.writeString(file, "events { }\nhttp { " + http + " }\n");
    return Configuration.load(file);
  }
}
