package lab.course.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import lab.course.SmallCourse;

/** Takes in ada's and bob's progress in turn, without end: a victim for {@code kill -9}. */
public final class ImportVictim {
  private ImportVictim() {}

  public static void main(String[] args) {
    var course = new SmallCourse(Path.of(args[0]));
    var names = new String[] {"ada", "bob"};
    for (int at = 0; ; at++) {
      var name = names[at % 2];
      new ProgressImport(course.root(), course.state()).take(progressOf(name), course.load());
      System.out.println(name);
      System.out.flush();
    }
  }

  static ProgressArchive.Content progressOf(String name) {
    var bytes = name.getBytes(StandardCharsets.UTF_8);
    return new ProgressArchive.Content(
        "{\"n\":1,\"at\":\"2026-11-25T20:00:00Z\",\"event\":\"named\",\"learner\":\"%s\",\"salt\":\"x\"}\n"
            .formatted(name),
        name,
        Map.of("nginx/nginx.conf", bytes, "stack.yaml", bytes),
        Map.of("r-0001/run.json", bytes, "r-0002/run.json", bytes));
  }
}
