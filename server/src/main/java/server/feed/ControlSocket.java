package server.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import server.settings.StartFailure;

/**
 * A Unix domain socket that takes commands, one a line, and answers each with one line; any number
 * of connections at a time.
 *
 * <p>Commands are the words of {@link Fault}, and {@code state}, which changes nothing.
 */
public final class ControlSocket implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ControlSocket.class.getName());
  private static final String NEXT = "choose another --control";

  private final Path path;
  private final ServerSocketChannel listening;
  private final UnaryOperator<String> commands;

  private ControlSocket(Path path, ServerSocketChannel listening, UnaryOperator<String> commands) {
    this.path = path;
    this.listening = listening;
    this.commands = commands;
  }

  /**
   * Listens at a path; the file of an earlier feed that is gone is replaced.
   *
   * @throws StartFailure when that is not possible
   */
  static ControlSocket open(Path path, UnaryOperator<String> commands) {
    if (isAlive(path)) {
      throw new StartFailure("another feed listens at " + path, NEXT);
    }
    try {
      Files.deleteIfExists(path);
      var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      listening.bind(UnixDomainSocketAddress.of(path));
      var socket = new ControlSocket(path, listening, commands);
      Thread.ofPlatform().name("control").daemon().start(socket::listen);
      return socket;
    } catch (IOException failure) {
      throw new StartFailure("cannot listen at " + path + ": " + failure.getMessage(), NEXT);
    }
  }

  /**
   * Sends one command to a running feed.
   *
   * @return its answer
   * @throws StartFailure when no feed listens there
   */
  public static String send(Path path, String command) {
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      channel.write(StandardCharsets.UTF_8.encode(command + "\n"));
      var answer = reader(channel).readLine();
      if (answer == null) {
        throw new IOException("no answer");
      }
      return answer;
    } catch (IOException failure) {
      throw new StartFailure(
          "no feed listens at " + path + " (" + failure.getMessage() + ")",
          "start one with feed --control " + path);
    }
  }

  private static boolean isAlive(Path path) {
    try (var _ = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }

  private void listen() {
    while (listening.isOpen()) {
      try {
        var channel = listening.accept();
        Thread.ofVirtual().name("control").start(() -> answer(channel));
      } catch (IOException failure) {
        LOG.log(Level.DEBUG, "control: {0}", failure.getMessage());
      }
    }
  }

  private void answer(SocketChannel channel) {
    try (channel) {
      var lines = reader(channel);
      var out = new PrintStream(Channels.newOutputStream(channel), true, StandardCharsets.UTF_8);
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        out.println(commands.apply(line.strip()));
      }
    } catch (IOException failure) {
      LOG.log(Level.DEBUG, "control: {0}", failure.getMessage());
    }
  }

  private static BufferedReader reader(SocketChannel channel) {
    return new BufferedReader(
        new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    try {
      listening.close();
      Files.deleteIfExists(path);
    } catch (IOException failure) {
      LOG.log(Level.WARNING, "control socket: {0}", failure.getMessage());
    }
  }
}
