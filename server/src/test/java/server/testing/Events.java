package server.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the event channels of programs, all through one Unix domain socket. */
public final class Events implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path path;
  private final ServerSocketChannel listening;
  private final Queue<JsonNode> received = new ConcurrentLinkedQueue<>();

  private Events(Path path, ServerSocketChannel listening) {
    this.path = path;
    this.listening = listening;
  }

  /** Listens at a path of its own. */
  public static Events listen() {
    try {
      var path = Files.createTempDirectory("events").resolve("socket");
      var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      listening.bind(UnixDomainSocketAddress.of(path));
      var events = new Events(path, listening);
      Thread.ofPlatform().daemon().start(events::accept);
      return events;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public Path path() {
    return path;
  }

  /** All events so far, in the order in which they came. */
  public List<JsonNode> all() {
    return List.copyOf(received);
  }

  public Stream<JsonNode> named(String name) {
    return received.stream().filter(event -> event.get("event").asString().equals(name));
  }

  /** Events of one request. */
  public List<JsonNode> of(String name, String request) {
    return named(name).filter(event -> event.get("request").asString().equals(request)).toList();
  }

  /** Waits for an event of one request. */
  public JsonNode await(String name, String request) {
    Await.until(name + " of " + request, () -> !of(name, request).isEmpty());
    return of(name, request).getFirst();
  }

  /** Waits for a gauge, of those that come from now on. */
  public JsonNode awaitGauge(Predicate<JsonNode> wanted) {
    int seen = received.size();
    Await.until("a gauge", () -> gauge(seen, wanted).isPresent());
    return gauge(seen, wanted).orElseThrow();
  }

  private Optional<JsonNode> gauge(int seen, Predicate<JsonNode> wanted) {
    return received.stream()
        .skip(seen)
        .filter(event -> event.get("event").asString().equals("gauge"))
        .filter(wanted)
        .findFirst();
  }

  private void accept() {
    while (listening.isOpen()) {
      try {
        var channel = listening.accept();
        Thread.ofVirtual().start(() -> read(channel));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void read(SocketChannel channel) {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        received.add(JSON.readTree(line));
      }
    } catch (IOException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
