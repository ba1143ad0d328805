package lab.stack.events;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import lab.stack.events.ProgramEvent.Origin;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file of events while it grows. */
public final class EventReader implements Closeable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int CHUNK_BYTES = 256 * 1024;

  private final FileChannel file;
  private ByteBuffer unread = ByteBuffer.allocate(CHUNK_BYTES).flip();

  /**
   * Opens a file of events.
   *
   * @param fromByte where to begin; the length of the file so far skips what has been reported
   *     already
   * @throws IOException when it cannot be read
   */
  public EventReader(Path events, long fromByte) throws IOException {
    file = FileChannel.open(events, StandardOpenOption.READ);
    file.position(fromByte);
  }

  /**
   * The events that have been reported since the last call, in the order in which they arrived.
   *
   * @throws IOException when the file cannot be read
   */
  public List<ProgramEvent> next() throws IOException {
    var events = new ArrayList<ProgramEvent>();
    while (fill()) {
      for (var line = line(); line.isPresent(); line = line()) {
        parse(line.get()).ifPresent(events::add);
      }
    }
    return events;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /**
   * One line of the channel; empty for a line that is torn or of a kind that this version does not
   * know.
   */
  static Optional<ProgramEvent> parse(String line) {
    try {
      var node = JSON.readTree(line);
      var origin =
          new Origin(
              node.path("at").asLong(0),
              node.path("program").asString(""),
              node.path("role").asString(""),
              node.path("process").asLong(node.path("pid").asLong(0)));
      return Optional.ofNullable(
          switch (node.path("event").asString("")) {
            case "hello" -> new ProgramEvent.Hello(origin);
            case "begun" ->
                new ProgramEvent.Begun(
                    origin, text(node, "slot"), text(node, "request"), text(node, "route"));
            case "ended" ->
                new ProgramEvent.Ended(
                    origin,
                    text(node, "slot"),
                    text(node, "request"),
                    node.path("status").asInt(0),
                    text(node, "outcome"),
                    node.path("service_micros").asLong(0));
            case "tick" ->
                new ProgramEvent.Tick(
                    origin, text(node, "slot"), text(node, "request"), node.path("n").asLong(0));
            case "worker_started" -> worker(origin, "started", node);
            case "worker_ready" -> worker(origin, "ready", node);
            case "worker_killed" -> worker(origin, "killed", node);
            case "worker_exited" -> worker(origin, "exited", node);
            case "gauge" -> gauge(origin, node);
            default -> null;
          });
    } catch (JacksonException torn) {
      return Optional.empty();
    }
  }

  private static ProgramEvent worker(Origin origin, String step, JsonNode node) {
    return new ProgramEvent.Worker(
        origin, step, text(node, "slot"), node.path("pid").asLong(0), text(node, "reason"));
  }

  private static ProgramEvent gauge(Origin origin, JsonNode node) {
    return new ProgramEvent.Gauge(
        origin,
        number(node, "in_flight"),
        number(node, "queued"),
        number(node, "backlog"),
        number(node, "cpu_micros"),
        number(node, "rss_bytes"),
        number(node, "threads"),
        node.path("dropped").asLong(0));
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }

  private static OptionalLong number(JsonNode node, String name) {
    var value = node.path(name);
    return value.isNumber() ? OptionalLong.of(value.asLong(0)) : OptionalLong.empty();
  }

  /** Reads on; false at the end of what is there now. */
  private boolean fill() throws IOException {
    if (unread.remaining() == unread.capacity()) {
      unread = ByteBuffer.allocate(unread.capacity() * 2).put(unread).flip();
    }
    unread.compact();
    int read = file.read(unread);
    unread.flip();
    return read > 0;
  }

  private Optional<String> line() {
    for (int at = unread.position(); at < unread.limit(); at++) {
      if (unread.get(at) == '\n') {
        var bytes = new byte[at - unread.position()];
        unread.get(bytes);
        unread.get();
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }
}
