package server.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import server.events.Event;
import server.events.EventChannel;
import server.events.EventSink;
import server.feed.Delays;
import server.feed.Feed;
import server.feed.FeedSettings;
import server.modes.Async;
import server.modes.Pooled;
import server.modes.Virtual;
import server.settings.ModeSettings;
import server.settings.Program;
import server.settings.Speed;

/**
 * Command {@code train}: what it loads, a class archive holds.
 *
 * <p>A program that has loaded nothing but what it takes to listen is slow with its first request;
 * and the workers of sync are new ones again and again.
 */
@Command(
    name = "train",
    hidden = true,
    description = "Answers each route once in each mode, and ends: to make a class archive of.")
final class TrainCommand implements Callable<Integer> {
  private static final List<String> ROUTES =
      List.of("/", "/hash_me", "/check_feed", "/stream_feed");
  private static final InetAddress HOST = InetAddress.getLoopbackAddress();
  private static final Speed SPEED = new Speed(10);
  private static final Duration GRACE = Duration.ofSeconds(1);
  private static final int FEW = 8;
  private static final int PATIENCE_MILLIS = 10_000;

  @Override
  public Integer call() throws IOException {
    var folder = Files.createTempDirectory("lab-train-");
    var reader = folder.resolve("events");
    // Nobody accepts: what little is reported stays in the kernel.
    try (var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      listening.bind(UnixDomainSocketAddress.of(reader));
      train(reader);
    } finally {
      Files.deleteIfExists(reader);
      Files.delete(folder);
    }
    return 0;
  }

  private static void train(Path reader) throws IOException {
    var hello = new Event.Hello("train", "server", ProcessHandle.current().pid(), "");
    var delays = new Delays(new SplittableRandom(1), Delays.Spread.INTEGER, 0, 0, SPEED);
    var host = HOST.getHostAddress();
    try (var events = EventChannel.connect(reader, hello);
        var feed =
            Feed.start(
                new FeedSettings(host, 0, FEW, delays, SPEED, Optional.empty(), GRACE), events)) {
      var poll = URI.create("http://" + host + ":" + feed.port());
      var settings = new ModeSettings(host, 0, FEW, poll, SPEED, 1, "train", GRACE);
      for (var mode : modes(settings, events)) {
        try (var program = mode.get()) {
          for (var route : ROUTES) {
            ask(program.port(), route);
          }
        }
      }
    }
  }

  private static List<Supplier<Program>> modes(ModeSettings settings, EventSink events) {
    return List.of(
        () -> Pooled.start(settings, FEW, FEW, events),
        () -> Async.start(settings, events),
        () -> Virtual.start(settings, events));
  }

  /** Reads the head of an answer and the first line after it, as of a stream without an end. */
  private static void ask(int port, String route) throws IOException {
    try (var socket = new Socket(HOST, port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      // As nginx asks; 1.1 is its default only from 1.29.7 on.
      var request = "GET " + route + " HTTP/1.0\r\nHost: train\r\nX-Lab-Nonce: train\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      var line = answer.readLine();
      while (line != null && !line.isEmpty()) {
        line = answer.readLine();
      }
      answer.readLine();
    }
  }
}
