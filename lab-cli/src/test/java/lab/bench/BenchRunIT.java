package lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The words of {@code bench/run}; what it measures takes minutes and is for a person to start. */
@Tag("process")
@Timeout(60)
class BenchRunIT {
  private static final Path PROJECT = Path.of(System.getProperty("lab.root"));

  private record Done(int exit, String said) {}

  @Test
  void everySectionIsListedWithWhatItMeasures() throws Exception {
    var sections = run("--list").said().lines().toList();
    assertThat(sections).contains("capacity", "engine", "faults", "findings", "start", "streams");
    var help = run("--help");
    assertThat(help.exit()).isZero();
    for (var section : sections) {
      assertThat(help.said()).containsPattern("(?m)^  " + section + " +\\S.{20,}$");
    }
  }

  @Test
  void unknownSectionAndOptionAreBadUsage() throws Exception {
    for (var word : List.of("nothing", "lib", "--bogus")) {
      var done = run(word);
      assertThat(done.exit()).as(word).isEqualTo(2);
      assertThat(done.said()).contains(word).doesNotContain("==");
    }
  }

  /** What stands in for nginx, as it does, takes a HUP for no reason to end. */
  @Test
  void closedTerminalLeavesNoServerBehind(@TempDir Path folder) throws Exception {
    var pid = folder.resolve("pid");
    var nginx = folder.resolve("nginx");
    Files.writeString(
        nginx, "#!/bin/sh\ntrap '' HUP\necho $$ > '%s'\nexec sleep 600\n".formatted(pid));
    var npm = Files.writeString(folder.resolve("npm"), "#!/bin/sh\nexit 1\n");
    for (var program : List.of(nginx, npm)) {
      assertThat(program.toFile().setExecutable(true)).isTrue();
    }
    var bench = new ProcessBuilder("sh", PROJECT.resolve("bench/engine.sh").toString());
    bench.environment().put("BENCH", PROJECT.resolve("bench").toString());
    bench.environment().put("SERVER_JAR", "none");
    bench.environment().put("LAB_CLASSES", System.getProperty("java.class.path"));
    bench.environment().put("JAVA_HOME", System.getProperty("java.home"));
    bench.environment().put("LAB_NGINX", nginx.toString());
    bench.environment().put("BENCH_SECONDS", "1");
    bench.environment().put("PATH", folder + ":/usr/bin:/bin");
    var section = bench.redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start();
    while (!Files.exists(pid) || Files.readString(pid).isBlank()) {
      assertThat(section.isAlive()).isTrue();
      Thread.sleep(20);
    }
    var server = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    try {
      new ProcessBuilder("kill", "-HUP", Long.toString(section.pid())).start().waitFor();
      assertThat(section.waitFor()).isEqualTo(129);
      server.onExit().get(10, TimeUnit.SECONDS);
    } finally {
      server.destroyForcibly();
    }
  }

  private static Done run(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(PROJECT.resolve("bench/run").toString()));
    command.addAll(List.of(words));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Done(process.waitFor(), said);
  }
}
