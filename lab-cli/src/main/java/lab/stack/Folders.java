package lab.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** What the file system offers for files only. */
public final class Folders {
  private Folders() {}

  /**
   * Deletes a folder with all that is in it, if it is there; links are not followed.
   *
   * @throws IOException when something in it cannot be deleted; what was deleted before is gone
   */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> inside;
    try (var walk = Files.walk(folder)) {
      inside = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (var file : inside) {
      Files.deleteIfExists(file);
    }
  }
}
