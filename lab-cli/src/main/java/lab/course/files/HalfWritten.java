package lab.course.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lab.course.Course;

/**
 * New contents that a killed lab left beside files of the learner, such as {@code
 * .nginx.conf.lab-4711}: each had not taken its place, so nobody needs it.
 */
public final class HalfWritten {
  private static final Pattern NAME = Pattern.compile("\\..+\\.lab-(\\d{1,18})");

  private HalfWritten() {}

  /** Takes them away beside all owned files; one that a living lab writes just now stays. */
  public static void sweep(Path root, Course course) {
    var folders = new TreeSet<Path>();
    for (var stage : course.stages()) {
      stage.owns().forEach(owned -> folder(owned.in(root)).ifPresent(folders::add));
    }
    folders.forEach(HalfWritten::sweep);
  }

  private static void sweep(Path folder) {
    try (var files = Files.newDirectoryStream(folder, ".*.lab-*")) {
      for (var file : files) {
        var name = NAME.matcher(file.getFileName().toString());
        if (name.matches() && !isAtWork(Long.parseLong(name.group(1)), file)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException notThereOrNotOurs) {
      // It stays and does no harm.
    }
  }

  /** Whether a process of this number has written the file: it must have begun before it. */
  private static boolean isAtWork(long pid, Path file) throws IOException {
    var written = Files.getLastModifiedTime(file).toInstant();
    return ProcessHandle.of(pid)
        .map(process -> process.info().startInstant().orElse(Instant.MIN))
        .filter(started -> !started.isAfter(written))
        .isPresent();
  }

  /** Where the new content of a file is written: a link is followed, as when it is replaced. */
  private static Optional<Path> folder(Path file) {
    try {
      return Optional.ofNullable((Files.exists(file) ? file.toRealPath() : file).getParent());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
