package lab.course.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lab.course.SmallCourse;
import lab.course.stage.Stage;

/**
 * A learner who edits both files of stage 02, has them replaced and takes that back, without end: a
 * victim for {@code kill -9}. It says the number of an edit once both files hold it.
 */
public final class ActsVictim {
  private ActsVictim() {}

  public static void main(String[] args) throws IOException {
    var course = new SmallCourse(Path.of(args[0]));
    var stage = stage(course, "02");
    var files = course.files();
    for (int edit = Integer.parseInt(args[1]); ; edit++) {
      for (var file : KilledActsIT.FILES) {
        WholeFile.write(course.root().resolve(file), KilledActsIT.edited(edit).getBytes(UTF_8));
      }
      System.out.println(edit);
      System.out.flush();
      if (edit % 2 == 0) {
        files.reset(stage);
      } else {
        files.goWithReferences(List.of(stage), stage(course, "03"));
      }
      files.undo();
    }
  }

  private static Stage stage(SmallCourse course, String number) {
    return course.load().stage(number).orElseThrow();
  }
}
