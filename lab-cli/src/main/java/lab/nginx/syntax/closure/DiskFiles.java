package lab.nginx.syntax.closure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Files of this machine. */
public final class DiskFiles implements ConfigFiles {
  @Override
  public byte[] read(Path file, int limitBytes) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (!Files.isRegularFile(file)) {
      // a named pipe would block us for ever
      throw new IOException("it is not a regular file");
    }
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(limitBytes + 1);
    }
  }

  @Override
  public List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }
}
