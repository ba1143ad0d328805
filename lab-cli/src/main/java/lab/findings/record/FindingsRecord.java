package lab.findings.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The record of one checkout, oldest entry first. A line that is torn or of another kind is passed
 * over: it may come from a power cut or from a newer lab.
 */
public final class FindingsRecord {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;

  /**
   * @param file the record; need not exist
   */
  public FindingsRecord(Path file) {
    this.file = file;
  }

  /** All entries that can be read. */
  public List<Entry> entries() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      var lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines();
      return lines.flatMap(line -> entry(line).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last answer to each criterion's question. */
  public Map<String, String> answers() {
    var answers = new TreeMap<String, String>();
    for (var entry : entries()) {
      if (entry instanceof Entry.Answered answered) {
        answers.put(answered.criterion(), answered.text());
      }
    }
    return answers;
  }

  /**
   * The disputes that stand, each with the line that its words have now.
   *
   * @param text the write-up as it is
   */
  public Map<String, Integer> disputes(String text) {
    var lines = text.lines().map(String::strip).toList();
    var disputes = new TreeMap<String, Integer>();
    for (var entry : entries()) {
      if (entry instanceof Entry.Disputed disputed && lines.contains(disputed.quote())) {
        disputes.put(disputed.criterion(), lines.indexOf(disputed.quote()) + 1);
      }
    }
    return disputes;
  }

  /** What the last check of a write-up came to; one of another file is no measure of it. */
  public Optional<Entry.Checked> lastCheck(String file) {
    return entries().stream()
        .filter(Entry.Checked.class::isInstance)
        .map(Entry.Checked.class::cast)
        .filter(check -> check.file().equals(file))
        .reduce((_, later) -> later);
  }

  /**
   * Appends an entry and waits until it is on the disk.
   *
   * @throws IOException when the disk is full or the file cannot be written
   */
  public void add(Entry entry) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      channel.position(channel.size());
      var line = (isTorn(channel) ? "\n" : "") + JSON.writeValueAsString(json(entry)) + "\n";
      var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static boolean isTorn(FileChannel channel) throws IOException {
    if (channel.size() == 0) {
      return false;
    }
    var last = ByteBuffer.allocate(1);
    channel.read(last, channel.size() - 1);
    return last.get(0) != '\n';
  }

  private static Map<String, Object> json(Entry entry) {
    var line = new LinkedHashMap<String, Object>();
    line.put("at", entry.at().toString());
    switch (entry) {
      case Entry.Answered(var _, var criterion, var text) -> {
        line.put("kind", "answer");
        line.put("criterion", criterion);
        line.put("text", text);
      }
      case Entry.Disputed(var _, var criterion, var number, var quote, var rubric) -> {
        line.put("kind", "dispute");
        line.put("criterion", criterion);
        line.put("line", number);
        line.put("quote", quote);
        line.put("rubric", rubric);
      }
      case Entry.Checked(var _, var file, var levels, var open) -> {
        line.put("kind", "check");
        line.put("file", file);
        line.put("levels", levels);
        line.put("open", open);
      }
    }
    return line;
  }

  private static Optional<Entry> entry(String line) {
    try {
      var node = JSON.readTree(line);
      var at = Instant.parse(node.path("at").asString("1970-01-01T00:00:00Z"));
      var criterion = node.path("criterion").asString("");
      return switch (node.path("kind").asString("")) {
        case "answer" ->
            Optional.of(new Entry.Answered(at, criterion, node.path("text").asString("")));
        case "dispute" ->
            Optional.of(
                new Entry.Disputed(
                    at,
                    criterion,
                    node.path("line").asInt(1),
                    node.path("quote").asString(""),
                    node.path("rubric").asString("")));
        case "check" -> Optional.of(checked(at, node));
        default -> Optional.empty();
      };
    } catch (JacksonException | java.time.DateTimeException torn) {
      return Optional.empty();
    }
  }

  private static Entry checked(Instant at, JsonNode node) {
    var levels = new TreeMap<String, Integer>();
    node.path("levels").properties().forEach(e -> levels.put(e.getKey(), e.getValue().asInt(0)));
    var open = new ArrayList<String>();
    node.path("open").values().forEach(each -> open.add(each.asString("")));
    return new Entry.Checked(at, node.path("file").asString(""), levels, new TreeSet<>(open));
  }
}
