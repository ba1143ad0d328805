package lab.stack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Small files that are either whole or not there: written beside, forced to disk, then renamed. */
public final class StateFiles {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StateFiles() {}

  /**
   * Replaces a file's content by a value as JSON.
   *
   * @throws IOException when the disk is full or the folder cannot be written; an older file then
   *     stands as it was
   */
  public static void write(Path file, Object value) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var beside = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
    try (var channel =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      var bytes = ByteBuffer.wrap(JSON.writeValueAsString(value).getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(beside);
      throw e;
    }
  }

  /** The content of a file; empty when it is not there or is no such JSON. */
  public static <T> Optional<T> read(Path file, Class<T> type) throws IOException {
    try {
      return Optional.of(JSON.readValue(Files.readString(file), type));
    } catch (NoSuchFileException | JacksonException notThere) {
      return Optional.empty();
    }
  }
}
