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
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the event channels of programs, all through one Unix domain socket. */
public final class Events implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;
  private final Path path;
  private final ServerSocketChannel listening;
  private final Queue<JsonNode> received = new ConcurrentLinkedQueue<>();
  private final Queue<SocketChannel> connected = new ConcurrentLinkedQueue<>();
  private final Map<String, Queue<JsonNode>> byName = new ConcurrentHashMap<>();
  private volatile CountDownLatch reading = new CountDownLatch(0);

  private Events(Path folder, Path path, ServerSocketChannel listening) {
    this.folder = folder;
    this.path = path;
    this.listening = listening;
  }

  /** Listens at a path of its own. */
  public static Events listen() {
    try {
      var folder = Files.createTempDirectory("events");
      var path = folder.resolve("socket");
      var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      listening.bind(UnixDomainSocketAddress.of(path));
      var events = new Events(folder, path, listening);
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
    return queue(name).stream();
  }

  /** Events of one request. */
  public List<JsonNode> of(String name, String request) {
    return List.copyOf(queue(name + " of " + request));
  }

  /** Waits for an event of one request. */
  public JsonNode await(String name, String request) {
    Await.until(name + " of " + request, () -> !of(name, request).isEmpty());
    return of(name, request).getFirst();
  }

  /** Waits for a gauge, of those that come from now on. */
  public JsonNode awaitGauge(Predicate<JsonNode> wanted) {
    var gauges = queue("gauge");
    int seen = gauges.size();
    Await.until("a gauge", () -> gauges.stream().skip(seen).anyMatch(wanted));
    return gauges.stream().skip(seen).filter(wanted).findFirst().orElseThrow();
  }

  private Queue<JsonNode> queue(String key) {
    return byName.computeIfAbsent(key, _ -> new ConcurrentLinkedQueue<>());
  }

  private void take(JsonNode event) {
    var name = event.get("event").asString();
    received.add(event);
    queue(name).add(event);
    if (event.has("request")) {
      queue(name + " of " + event.get("request").asString()).add(event);
    }
  }

  /** Reads no more than what is under way, and lets the connections fill. */
  public void stopReading() {
    reading = new CountDownLatch(1);
  }

  /** Reads what has come since {@link #stopReading}. */
  public void goOnReading() {
    reading.countDown();
  }

  /** Ends the connections of all programs. */
  public void hangUp() {
    for (var channel : connected) {
      try {
        channel.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private void accept() {
    while (listening.isOpen()) {
      try {
        var channel = listening.accept();
        connected.add(channel);
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
        take(JSON.readTree(line));
        reading.await();
      }
    } catch (IOException | InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
      Files.deleteIfExists(path);
      Files.deleteIfExists(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
