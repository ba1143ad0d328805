package lab.nginx.syntax.closure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where configuration files come from: the disk, or a test's own few lines. */
public interface ConfigFiles {
  /**
   * The content of a file.
   *
   * @param limitBytes one byte more than this is enough to know that the file is too large
   * @return all of it, or its first {@code limitBytes + 1} bytes
   * @throws IOException when it is not there, not a regular file, or not readable
   */
  byte[] read(Path file, int limitBytes) throws IOException;

  /**
   * The names in a folder, hidden ones too, in any order.
   *
   * @return nothing when there is no such folder
   * @throws IOException when it cannot be read
   */
  List<String> names(Path folder) throws IOException;
}
