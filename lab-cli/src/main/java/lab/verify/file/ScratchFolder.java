package lab.verify.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.stack.Folders;

/**
 * A folder that is gone, with all that is in it, when it is closed.
 *
 * @param path absolute
 */
public record ScratchFolder(Path path) implements AutoCloseable {
  /**
   * Makes one.
   *
   * @param prefix how its name begins
   * @throws IOException when the machine's folder for temporary files cannot be written
   */
  public static ScratchFolder create(String prefix) throws IOException {
    return new ScratchFolder(Files.createTempDirectory(prefix).toAbsolutePath());
  }

  @Override
  public void close() throws IOException {
    Folders.delete(path);
  }
}
