package lab.course.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import lab.problem.Problem;
import lab.problem.ProblemException;

/** What the operating system says when something cannot be kept, in words. */
public final class DiskProblem {
  private DiskProblem() {}

  /** The problem behind a failed access to a file. */
  public static ProblemException of(Path file, IOException failure) {
    var problem = new ProblemException(problem(file, failure));
    problem.initCause(failure);
    return problem;
  }

  private static Problem problem(Path file, IOException failure) {
    var said =
        failure instanceof FileSystemException system
            ? Optional.ofNullable(system.getReason()).orElse("")
            : Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
    var words = said.toLowerCase(Locale.ROOT);
    if (words.contains("no space") || words.contains("quota") || words.contains("too large")) {
      return new Problem(
          "The disk is full: this was not saved. What was saved before is whole.",
          file.toString(),
          "Make room (df -h " + folder(file) + "), then try again.");
    }
    if (failure instanceof AccessDeniedException
        || words.contains("read-only")
        || words.contains("denied")) {
      return new Problem(
          "The folder cannot be written: nothing was saved.",
          file.toString(),
          "Work in a checkout of your own, or: chmod -R u+w " + folder(file));
    }
    return new Problem(
        "Not saved: " + (said.isEmpty() ? failure.toString() : said) + ".",
        file.toString(),
        "Put that right, then try again.");
  }

  /** The nearest folder that is there: what was to be made below it is not. */
  private static Path folder(Path file) {
    var folder = file.toAbsolutePath();
    while (folder.getParent() != null && !Files.isDirectory(folder)) {
      folder = folder.getParent();
    }
    return folder;
  }
}
