package lab.course.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskProblemTest {
  @TempDir Path folder;

  private String told(IOException failure) {
    var problem = DiskProblem.of(folder.resolve("not/there/yet"), failure).problems().getFirst();
    return problem.what() + " " + problem.next();
  }

  @Test
  void saysWhatTheSystemMeansAndNamesAFolderThatIsThere() {
    assertThat(told(new IOException("No space left on device")))
        .contains("The disk is full", "df -h " + folder + ")");
    assertThat(told(new FileSystemException("f", null, "Read-only file system")))
        .contains("cannot be written", "u+w " + folder)
        .doesNotContain("not/there");
    assertThat(told(new AccessDeniedException("f"))).contains("cannot be written");
    assertThat(told(new IOException("Input/output error")))
        .contains("Not saved: Input/output error.");
  }
}
