package lab.cli.course;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import lab.cli.Workspace;
import lab.course.Course;
import lab.course.stage.Stage;
import lab.course.variation.Learner;
import lab.course.yaml.Faults;
import lab.problem.ProblemException;

/**
 * Every stage, for a shell to complete. The course is read when a shell asks, for every command is
 * built with this at each start of the lab; outside of a checkout there is nothing to complete.
 */
public final class StageIds implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return ids().iterator();
  }

  private static List<String> ids() {
    try {
      var exercises = Workspace.find(Optional.empty(), Path.of("")).root().resolve("exercises");
      return Course.read(exercises, Learner.anybody(), new Faults()).stages().stream()
          .map(Stage::id)
          .toList();
    } catch (ProblemException noCourse) {
      return List.of();
    }
  }
}
