package lab.nginx.generate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What nginx is to read instead of the person's files.
 *
 * @param text the file, one {@code char} a byte
 * @param effectiveSpeed the replay factor that was applied: the one asked for, or the next lower
 *     one that every whole-second value can be divided by
 * @param notes sentences for the person: what was changed that could matter to them
 * @param portMap real ports by the ports that the person's file names; all that appear in it
 * @param origins the person's line for each line of {@code text}
 */
public record Generated(
    String text,
    int effectiveSpeed,
    List<String> notes,
    Map<Integer, Integer> portMap,
    List<Origin> origins) {
  public Generated {
    notes = List.copyOf(notes);
    portMap = Map.copyOf(portMap);
    origins = List.copyOf(origins);
  }

  /** The bytes to write. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * The person's line for a line that nginx names.
   *
   * @param line from 1; anything outside of the file has no origin
   */
  public Optional<Origin> origin(int line) {
    return line >= 1 && line <= origins.size()
        ? Optional.of(origins.get(line - 1))
        : Optional.empty();
  }
}
