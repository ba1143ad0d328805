package lab.course.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lab.course.KilledJvm;
import lab.course.SmallCourse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code reset}, {@code goto --reference} and {@code undo} that are killed at any point lose no
 * work, and the next start says what was not done to its end.
 */
@Tag("process")
@Timeout(300)
class KilledActsIT {
  static final List<String> FILES = List.of("nginx/nginx.conf", "stack.yaml");

  private static final int KILLS = 12;

  private static final String EDITED = "# edited, version ";

  @TempDir Path root;

  static String edited(int version) {
    return EDITED + version + "\n";
  }

  @Test
  void whatWasEditedIsThereOrComesBackWithUndo() throws Exception {
    var course = SmallCourse.in(root);
    var told = new ArrayList<String>();
    int next = 1;
    for (int kill = 1; kill <= KILLS; kill++) {
      var said =
          KilledJvm.saidBeforeItsEnd(
              2 + kill % 2,
              (double) kill / KILLS,
              ActsVictim.class,
              root.toString(),
              Integer.toString(next));
      int saved = Integer.parseInt(said.getLast());
      var left = UnderWay.settle(course.state(), course.journal());
      told.addAll(left);
      if (!standsAsEdited(course, saved)) {
        if (isEditedSomewhere(course)) {
          assertThat(left).as("the act was done to one of the files only").isNotEmpty();
        }
        course.files().undo();
      }
      assertThat(standsAsEdited(course, saved)).as("the work of edit %d", saved).isTrue();
      next = saved + 2;
    }
    assertThat(told)
        .as("at least one kill was amid an act")
        .anyMatch(words -> words.contains(" was stopped before it"));
  }

  private static boolean isEditedSomewhere(SmallCourse course) throws IOException {
    for (var file : FILES) {
      if (course.read(file).startsWith(EDITED)) {
        return true;
      }
    }
    return false;
  }

  /** In both files: that edit, or the next, which was not said to be saved. */
  private static boolean standsAsEdited(SmallCourse course, int saved) throws IOException {
    for (var file : FILES) {
      if (!List.of(edited(saved), edited(saved + 1)).contains(course.read(file))) {
        return false;
      }
    }
    return true;
  }
}
