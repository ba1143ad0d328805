package lab.course.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Several files that are replaced together: every new content is on the disk before the first takes
 * its place, so a full disk leaves all of them as they were. Closed without {@link #commit} it
 * leaves no trace.
 */
final class Replacement implements AutoCloseable {
  private final List<WholeFile> puts = new ArrayList<>();
  private final List<Path> removals = new ArrayList<>();

  /** Plans a new content; throws when it cannot be written. */
  void put(Path file, byte[] content) throws IOException {
    puts.add(WholeFile.prepare(file, content));
  }

  /** Plans that a file is not there any more; throws when it is a folder. */
  void remove(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(
          file.toString(), null, "a folder stands where a file would be taken away: " + file);
    }
    removals.add(file);
  }

  /** Replaces and removes. */
  void commit() throws IOException {
    for (var put : puts) {
      put.takePlace();
    }
    for (var file : removals) {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public void close() throws IOException {
    for (var put : puts) {
      put.discard();
    }
  }
}
