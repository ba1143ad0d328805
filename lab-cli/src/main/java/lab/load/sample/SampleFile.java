package lab.load.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Samples on disk: one JSON object a line, in the order in which requests ended.
 *
 * <p>The fields are the components of {@link Sample}, {@link Moments}, {@link Answer} and {@link
 * Failure} under their own names; what is absent is null, times are nanoseconds from the start of
 * the plan, enums are written by name.
 */
public final class SampleFile implements SampleSink, AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final BufferedWriter out;

  /**
   * Creates the file or empties it.
   *
   * @throws UncheckedIOException when it cannot be written
   */
  public SampleFile(Path file) {
    try {
      out = Files.newBufferedWriter(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void accept(Sample sample) {
    try {
      out.write(JSON.writeValueAsString(sample));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a whole file back.
   *
   * @throws UncheckedIOException when it cannot be read
   * @throws tools.jackson.core.JacksonException when a line is no sample
   */
  public static List<Sample> read(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.map(line -> JSON.readValue(line, Sample.class)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
