package lab.cli.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A log that grows, read line by line; one that is not there yet is empty so far. */
final class LogTail implements AutoCloseable {
  private final String program;
  private final Path file;
  private final StringBuilder unfinished = new StringBuilder();
  private Optional<BufferedReader> reader = Optional.empty();

  private LogTail(String program, Path file) {
    this.program = program;
    this.file = file;
  }

  /** All of a log. */
  static LogTail of(String program, Path file) {
    return new LogTail(program, file);
  }

  /** Whose it is. */
  String program() {
    return program;
  }

  /**
   * The last lines so far; nothing that was there is told again.
   *
   * @param count how many at most; not negative
   * @throws IOException when it cannot be read
   */
  List<String> last(int count) throws IOException {
    var lines = fresh();
    return lines.subList(Math.max(0, lines.size() - count), lines.size());
  }

  /**
   * The whole lines that have been written since the last call.
   *
   * @throws IOException when it cannot be read
   */
  List<String> fresh() throws IOException {
    var lines = new ArrayList<String>();
    if (reader.isEmpty()) {
      reader = open();
    }
    if (reader.isPresent()) {
      for (int read = reader.get().read(); read >= 0; read = reader.get().read()) {
        if (read == '\n') {
          lines.add(unfinished.toString());
          unfinished.setLength(0);
        } else {
          unfinished.append((char) read);
        }
      }
    }
    return lines;
  }

  @Override
  public void close() throws IOException {
    if (reader.isPresent()) {
      reader.get().close();
    }
  }

  private Optional<BufferedReader> open() throws IOException {
    InputStream in;
    try {
      in = Files.newInputStream(file);
    } catch (NoSuchFileException notYet) {
      return Optional.empty();
    }
    // A request may bring any bytes into nginx's log: what is no text is replaced.
    return Optional.of(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
  }
}
