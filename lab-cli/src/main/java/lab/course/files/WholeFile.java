package lab.course.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are replaced as a whole: the old content stands until the new one is on the disk. */
final class WholeFile {
  private WholeFile() {}

  /**
   * Replaces the content of a file; its folders are made.
   *
   * @throws IOException when it cannot be written; the old content then stands
   */
  static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    // An editor's or a package's link stays a link: what it points to is replaced.
    var target = Files.exists(file) ? file.toRealPath() : file;
    var beside =
        target.resolveSibling("." + target.getFileName() + ".lab-" + ProcessHandle.current().pid());
    try (var channel =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      var bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      Files.move(
          beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(beside);
      throw e;
    }
  }
}
