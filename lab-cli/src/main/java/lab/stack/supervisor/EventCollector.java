package lab.stack.supervisor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the events of all programs from one Unix socket and appends them to one file, whole lines
 * only.
 *
 * <p>It reads as fast as it can whatever the lab does, so that a program is never held up by a
 * reader.
 */
final class EventCollector implements AutoCloseable {
  private static final int CHUNK_BYTES = 64 * 1024;
  private static final long FILE_LIMIT_BYTES = 512L * 1024 * 1024;

  private final ServerSocketChannel server;
  private final FileChannel file;

  private EventCollector(ServerSocketChannel server, FileChannel file) {
    this.server = server;
    this.file = file;
  }

  static EventCollector open(Path socket, Path events) throws IOException {
    Files.createDirectories(events.getParent());
    Files.deleteIfExists(socket);
    var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    var collector =
        new EventCollector(
            server, FileChannel.open(events, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    Thread.ofPlatform().daemon().name("events").start(collector::accept);
    return collector;
  }

  @Override
  public void close() throws IOException {
    server.close();
    file.close();
  }

  private void accept() {
    try {
      while (true) {
        var program = server.accept();
        Thread.ofPlatform().daemon().name("events-reader").start(() -> read(program));
      }
    } catch (ClosedChannelException closed) {
      // The stack is going down.
    } catch (IOException e) {
      System.err.println("no more programs can report events: " + e.getMessage());
    }
  }

  private void read(SocketChannel program) {
    var buffer = ByteBuffer.allocate(CHUNK_BYTES);
    var source = new Source();
    try (program) {
      while (program.read(buffer) >= 0) {
        int end = lastLineFeed(buffer) + 1;
        if (end > 0) {
          append(source.sign(buffer.array(), end));
          buffer.flip().position(end);
          buffer.compact();
        } else if (!buffer.hasRemaining()) {
          buffer.clear();
        }
      }
    } catch (IOException e) {
      // The program ended in the middle of a line, or the disk is full: what is whole is kept.
    }
  }

  private synchronized void append(ByteBuffer lines) throws IOException {
    while (lines.hasRemaining() && file.position() < FILE_LIMIT_BYTES) {
      file.write(lines);
    }
  }

  private static int lastLineFeed(ByteBuffer buffer) {
    int at = buffer.position() - 1;
    while (at >= 0 && buffer.get(at) != '\n') {
      at--;
    }
    return at;
  }

  /**
   * Who speaks on one connection: its first line says it, and every later line is signed with it.
   */
  private static final class Source {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private byte[] signature = {};

    /** Whole lines, each told apart by the program that wrote it. */
    ByteBuffer sign(byte[] lines, int length) {
      var signed = new ByteArrayOutputStream(length * 2);
      int start = 0;
      for (int at = 0; at < length; at++) {
        if (lines[at] == '\n') {
          if (signature.length == 0) {
            signature = signature(new String(lines, start, at - start, StandardCharsets.UTF_8));
            signed.write(lines, start, at + 1 - start);
          } else {
            signed.writeBytes(signature);
            signed.write(lines, start + 1, at - start);
          }
          start = at + 1;
        }
      }
      return ByteBuffer.wrap(signed.toByteArray());
    }

    private static byte[] signature(String hello) {
      var said = JSON.readTree(hello);
      var who =
          "{\"program\":%s,\"role\":%s,\"process\":%s,"
              .formatted(said.path("program"), said.path("role"), said.path("pid"));
      return who.getBytes(StandardCharsets.UTF_8);
    }
  }
}
