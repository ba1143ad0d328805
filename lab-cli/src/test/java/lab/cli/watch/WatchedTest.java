package lab.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.course.SmallCourse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedTest {
  @TempDir Path root;

  @Test
  void whatNginxConfIncludesIsWatchedAsWell() throws IOException {
    var course = SmallCourse.in(root);
    var stage = course.load().stage("02").orElseThrow();
    assertThat(Watched.files(root, stage))
        .containsExactly("nginx/nginx.conf", "stack.yaml", WatchText.JOURNAL);

    course.write("nginx/nginx.conf", "http { include routes/*.conf; include later.conf; }\n");
    course.write("nginx/routes/feed.conf", "include deeper.conf;\n");
    course.write("nginx/deeper.conf", "# here\n");
    assertThat(Watched.files(root, stage))
        .containsExactlyInAnyOrder(
            "nginx/nginx.conf",
            "nginx/routes/feed.conf",
            "nginx/deeper.conf",
            "stack.yaml",
            WatchText.JOURNAL);
  }

  @Test
  void anUnfinishedOrLostFileIsWatchedAllTheSame() throws IOException {
    var course = SmallCourse.in(root);
    var stage = course.load().stage("02").orElseThrow();
    course.write("nginx/nginx.conf", "http { include ");
    assertThat(Watched.files(root, stage)).contains("nginx/nginx.conf");
    Files.delete(root.resolve("nginx/nginx.conf"));
    assertThat(Watched.files(root, stage)).contains("nginx/nginx.conf");
  }

  @Test
  void aStageWithoutNginxConfReadsNone() throws IOException {
    var course = SmallCourse.in(root);
    course.write("nginx/nginx.conf", "include other.conf;\n");
    course.write("nginx/other.conf", "\n");
    assertThat(Watched.files(root, course.load().stage("01").orElseThrow()))
        .containsExactly("exercises/01-first/answers.yaml", WatchText.JOURNAL);
  }
}
