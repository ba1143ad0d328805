package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.problem.Problem;
import org.junit.jupiter.api.Test;

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
