package lab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A checkout with a write-up, and the commands that work on it. */
abstract class FindingsCheckout {
  private static final Path HERE = Path.of("").toAbsolutePath();
  static final Path EXERCISES =
      Files.isDirectory(HERE.resolve("exercises"))
          ? HERE.resolve("exercises")
          : HERE.resolveSibling("exercises");

  @TempDir Path folder;
  Path writeUp = Path.of("findings.md");

  record Done(int exit, String out, String err) {
    JsonNode json() {
      return JsonMapper.builder().build().readTree(out);
    }
  }

  @BeforeEach
  void makeCheckout() throws IOException {
    Files.createDirectory(folder.resolve("nginx"));
    Files.writeString(folder.resolve("nginx/nginx.conf"), "events {}\n");
    try (var files = Files.find(EXERCISES, 2, (file, _) -> file.toString().endsWith(".yaml"))) {
      for (var file : files.toList()) {
        var copy = folder.resolve("exercises").resolve(EXERCISES.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    writeUp = folder.resolve("findings.md");
  }

  final Done check() {
    return findings("check", writeUp.toString());
  }

  final void write(String text) throws IOException {
    Files.writeString(writeUp, text, StandardCharsets.UTF_8);
  }

  final void run(String id, int ok, int e502) throws IOException {
    new RunFixture(id, ok, e502).write(folder.resolve(".lab/runs"));
  }

  final Done findings(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var all = new ArrayList<>(List.of("findings"));
    all.addAll(List.of(words));
    all.addAll(List.of("--root", folder.toString()));
    int exit =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    return new Done(exit, out.toString(), err.toString());
  }
}
