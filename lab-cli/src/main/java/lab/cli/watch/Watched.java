package lab.cli.watch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lab.course.stage.Stage;
import lab.nginx.syntax.closure.Configuration;
import lab.problem.ProblemException;

/** The files whose saves are worth another look: those of the stage, and what they include. */
final class Watched {
  private static final String NGINX = "nginx/nginx.conf";

  private Watched() {}

  /**
   * The files of a stage, and the learner's record.
   *
   * @param root the checkout
   * @return from the root where they lie below it
   */
  static List<String> files(Path root, Stage stage) {
    var files = new LinkedHashSet<String>();
    for (var owned : stage.owns()) {
      files.add(owned.path());
      if (owned.path().equals(NGINX)) {
        files.addAll(included(root));
      }
    }
    files.add(WatchText.JOURNAL);
    return List.copyOf(files);
  }

  private static Set<String> included(Path root) {
    var files = new LinkedHashSet<String>();
    var main = root.resolve(NGINX);
    if (Files.isRegularFile(main)) {
      try {
        Configuration.load(main).files().forEach(file -> files.add(shown(root, file.path())));
      } catch (ProblemException justBeingReplaced) {
        // The next look will do.
      }
    }
    return files;
  }

  private static String shown(Path root, Path file) {
    var whole = file.toAbsolutePath().normalize();
    var from = root.toAbsolutePath().normalize();
    return (whole.startsWith(from) ? from.relativize(whole) : whole).toString().replace('\\', '/');
  }
}
