package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lab.problem.Problem;
import lab.run.RunResult;
import lab.verify.RunRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentFaultTest {
  /** Linux' own disk that is always full. */
  private static final Path FULL = Path.of("/dev/full");

  @Test
  void fullDiskIsNoBug() {
    var failure = catchThrowable(() -> Files.writeString(FULL, "x"));
    assertThat(EnvironmentFault.in(new IllegalStateException("run", failure)))
        .map(Problem::what)
        .hasValueSatisfying(what -> assertThat(what).contains("disk is full"));
  }

  @Test
  void whatTheAdviceRemovesIsNoWorkOnRecord(@TempDir Path folder) throws Exception {
    var runs = folder.resolve(".lab/runs");
    new RunFixture("r-0001", 600, 0).write(runs);
    for (var file : List.of("r-0001/stack/error.log", "r-0002/arms/yours/samples.ndjson")) {
      Files.createDirectories(runs.resolve(file).getParent());
      Files.writeString(runs.resolve(file), "much");
    }
    Files.writeString(runs.resolve("r-0002/verify.json"), "{}");
    var full = catchThrowable(() -> Files.writeString(FULL, "x"));
    var next = EnvironmentFault.in(full).orElseThrow().next();
    var shell =
        new ProcessBuilder("sh", "-c", next.substring(next.indexOf("rm -")))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    assertThat(shell.waitFor()).isZero();

    assertThat(RunRecords.all(runs)).extracting(RunResult::id).containsExactly("r-0001");
    assertThat(RunRecords.verifications(runs)).containsExactly("r-0002");
    try (var left = Files.walk(runs)) {
      assertThat(left.filter(Files::isRegularFile)).hasSize(2);
    }
  }

  @Test
  void forbiddenFileIsNamed() {
    assertThat(EnvironmentFault.in(new AccessDeniedException("/there/.lab")))
        .map(Problem::where)
        .hasValue("/there/.lab");
  }

  @Test
  void readOnlyDiskAndTooFewDescriptorsAreNoBugs() {
    assertThat(EnvironmentFault.in(new IOException("x: Read-only file system"))).isPresent();
    assertThat(EnvironmentFault.in(new SocketException("Too many open files")))
        .map(Problem::next)
        .hasValueSatisfying(next -> assertThat(next).contains("ulimit -n"));
  }

  @Test
  void everythingElseIsABug() {
    assertThat(EnvironmentFault.in(new IllegalStateException("no such lane"))).isEmpty();
    assertThat(EnvironmentFault.in(new IOException("Connection reset"))).isEmpty();
  }
}
