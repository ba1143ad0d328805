package lab.course.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is replaced as a whole: the old content stands until the new one is on the disk.
 *
 * @param target what is replaced
 * @param beside the new content, on the disk
 */
record WholeFile(Path target, Path beside) {
  /**
   * Replaces the content of a file; its folders are made.
   *
   * @throws IOException when it cannot be written; the old content then stands
   */
  static void write(Path file, byte[] content) throws IOException {
    var whole = prepare(file, content);
    try {
      whole.takePlace();
    } finally {
      whole.discard();
    }
  }

  /**
   * Puts a new content beside the file; from then on no full disk can stop it.
   *
   * @throws IOException when it cannot be written, or a folder stands in the file's place
   */
  static WholeFile prepare(Path file, byte[] content) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(
          file.toString(), null, "a folder stands where this file should be: " + file);
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    // An editor's or a package's link stays a link: what it points to is replaced.
    var target = Files.exists(file) ? file.toRealPath() : file;
    var whole =
        new WholeFile(
            target,
            target.resolveSibling(
                "." + target.getFileName() + ".lab-" + ProcessHandle.current().pid()));
    try (var channel =
        FileChannel.open(
            whole.beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      var bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      return whole;
    } catch (IOException e) {
      whole.discard();
      throw e;
    }
  }

  /** Puts the new content in the place of the old one. */
  void takePlace() throws IOException {
    Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Takes the new content away again, unless it has taken its place. */
  void discard() throws IOException {
    Files.deleteIfExists(beside);
  }
}
