package lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lab.nginx.routing.Outcome;
import lab.nginx.routing.Request;
import lab.nginx.routing.Surroundings;
import lab.nginx.routing.engine.Resolver;
import lab.nginx.syntax.closure.Configuration;
import lab.verify.causality.PutBack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PutBackTest {
  private static final List<String> ROUTES =
      List.of("/check_feed", "/stream_feed", "/hash_me", "/");
  private static final String UPSTREAMS =
      """
      events { }
      http {
        upstream sync { server 127.0.0.1:8101; }
        upstream pooled { server 127.0.0.1:8102; }
        server {
          listen 127.0.0.1:8080;
      """;

  @TempDir Path folder;

  private final Configuration shipped = Configuration.load(Path.of("../nginx/nginx.conf"));

  @Test
  void putsOneBlockBackAndLeavesTheOthers() throws IOException {
    var yours =
        write(
            """
            location / { proxy_pass http://sync; }
            location /check_feed { # mine
              proxy_pass http://pooled; }
            location /stream_feed { proxy_pass http://pooled; }
            location /hash_me { proxy_pass http://pooled; }
            """);
    var undone = done(new PutBack(yours, shipped, ROUTES).of("/check_feed"));
    assertThat(target(undone, "/check_feed")).isEqualTo("127.0.0.1:8101");
    assertThat(target(undone, "/stream_feed")).isEqualTo("127.0.0.1:8102");
    assertThat(target(undone, "/hash_me")).isEqualTo("127.0.0.1:8102");
    assertThat(undone.main().text()).doesNotContain("# mine");
  }

  @Test
  void aLocationThatRoutesShareIsLeftToTheOthers() throws IOException {
    var yours = write("location / { proxy_pass http://pooled; }\n");
    var undone = done(new PutBack(yours, shipped, ROUTES).of("/check_feed"));
    assertThat(target(undone, "/check_feed")).isEqualTo("127.0.0.1:8101");
    assertThat(target(undone, "/hash_me")).isEqualTo("127.0.0.1:8102");
  }

  @Test
  void aBlockAsShippedIsNotTried() {
    assertThat(new PutBack(shipped, shipped, ROUTES).of("/check_feed"))
        .isEqualTo(new PutBack.Result.Skipped("its block is as it was shipped"));
  }

  @Test
  void includedFilesAreEditedWhereTheyStand() throws IOException {
    Files.writeString(
        folder.resolve("routes.conf"), "location /check_feed { proxy_pass http://pooled; }\n");
    var yours = write("location / { proxy_pass http://sync; }\n include routes.conf;\n");
    var undone = done(new PutBack(yours, shipped, ROUTES).of("/check_feed"));
    assertThat(target(undone, "/check_feed")).isEqualTo("127.0.0.1:8101");
  }

  @Test
  void whatTheResolverCannotTellIsSkippedAndSaid() throws IOException {
    var yours =
        write(
            """
            location / { proxy_pass http://sync; }
            location /check_feed { if ($time_iso8601 ~ 7) { return 503; }
              proxy_pass http://pooled; }
            """);
    assertThat(new PutBack(yours, shipped, ROUTES).of("/check_feed"))
        .isInstanceOfSatisfying(
            PutBack.Result.Skipped.class,
            skipped -> assertThat(skipped.why()).contains("cannot tell"));
  }

  private Configuration write(String locations) throws IOException {
    var file = folder.resolve("nginx.conf");
    Files.writeString(file, UPSTREAMS + locations + "} }\n");
    return Configuration.load(file);
  }

  private static Configuration done(PutBack.Result result) {
    return ((PutBack.Result.Done) result).configuration();
  }

  private static String target(Configuration configuration, String uri) {
    var outcome =
        new Resolver(configuration, Surroundings.allUp()).explain(Request.get(uri)).outcome();
    return ((Outcome.Proxied) outcome).upstreams().getLast();
  }
}
