package lab.course.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import lab.course.SmallCourse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HalfWrittenTest {
  @TempDir Path root;
  private SmallCourse course = new SmallCourse(Path.of(""));

  @BeforeEach
  void makeCourse() throws IOException {
    course = SmallCourse.in(root);
  }

  private Path left(String name) throws IOException {
    course.write(name, "half");
    return root.resolve(name);
  }

  @Test
  void whatADeadLabLeftBesideOwnedFilesIsTakenAway() throws IOException {
    var conf = left("nginx/.nginx.conf.lab-999999999");
    var stack = left(".stack.yaml.lab-999999999");
    var answers = left("exercises/01-first/.answers.yaml.lab-999999999");
    HalfWritten.sweep(root, course.load());
    assertThat(conf).doesNotExist();
    assertThat(stack).doesNotExist();
    assertThat(answers).doesNotExist();
    assertThat(course.read("nginx/nginx.conf")).isEqualTo(SmallCourse.SHIPPED);
  }

  @Test
  void whatALivingLabWritesStaysAndWhatIsOlderThanThatProcessGoes() throws IOException {
    long pid = ProcessHandle.current().pid();
    var now = left("nginx/.nginx.conf.lab-" + pid);
    var old = left(".stack.yaml.lab-" + pid);
    Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));
    HalfWritten.sweep(root, course.load());
    assertThat(now).exists();
    assertThat(old).doesNotExist();
  }

  @Test
  void filesOfOtherNamesAreNoneOfTheLabs() throws IOException {
    var other = left("nginx/.nginx.conf.lab-notes");
    var shown = left("nginx/nginx.conf.lab-999999999");
    HalfWritten.sweep(root, course.load());
    assertThat(other).exists();
    assertThat(shown).exists();
  }

  @Test
  void gitDoesNotOfferThemToBeCommitted() throws IOException {
    assertThat(Files.readAllLines(Path.of("..", ".gitignore"))).contains(".*.lab-[0-9]*");
  }
}
