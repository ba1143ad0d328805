package lab.stack.supervisor;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import lab.stack.events.EventFile;

/**
 * Takes the events of all programs from one Unix socket and writes them to one file, whole lines
 * only. The file begins with the stack.
 *
 * <p>It reads as fast as it can whatever the lab does, so that a program is never held up by a
 * reader. What the file has no room for is dropped, gauges first, and that is said once.
 */
final class EventCollector implements AutoCloseable {
  private static final int CHUNK_BYTES = 64 * 1024;

  private final ServerSocketChannel server;
  private final FileChannel file;
  private final EventFile.Limits limits;
  private final Consumer<String> warned;
  private final IdleGauges idle = new IdleGauges(System::nanoTime);
  private final Set<Lost> told = EnumSet.noneOf(Lost.class);

  /** What a file that has grown too large does not take any more. */
  private enum Lost {
    GAUGES("gauges are no longer kept"),
    EVENTS("nothing is kept any more of what the programs report");

    private final String words;

    Lost(String words) {
      this.words = words;
    }
  }

  private EventCollector(
      ServerSocketChannel server,
      FileChannel file,
      EventFile.Limits limits,
      Consumer<String> warned) {
    this.server = server;
    this.file = file;
    this.limits = limits;
    this.warned = warned;
  }

  /**
   * Begins to listen, with an empty file: what an earlier stack has reported says nothing about
   * this one, and would leave it less room.
   *
   * @param warned told what is going to be missing in the file
   * @throws IOException when the socket or the file cannot be made
   */
  static EventCollector open(
      Path socket, Path events, EventFile.Limits limits, Consumer<String> warned)
      throws IOException {
    Files.createDirectories(events.getParent());
    Files.deleteIfExists(socket);
    var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    var file =
        FileChannel.open(
            events,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    var collector = new EventCollector(server, file, limits, warned);
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
    var source = new EventSource(idle);
    try (program) {
      while (program.read(buffer) >= 0) {
        int end = lastLineFeed(buffer) + 1;
        if (end > 0) {
          append(source, buffer.array(), end);
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

  private synchronized void append(EventSource source, byte[] lines, int length)
      throws IOException {
    long size = file.position();
    boolean gauges = hasRoom(size < limits.gaugeBytes(), Lost.GAUGES);
    var signed = source.sign(lines, length, gauges);
    if (hasRoom(size < limits.bytes(), Lost.EVENTS)) {
      while (signed.hasRemaining()) {
        file.write(signed);
      }
    }
  }

  private boolean hasRoom(boolean room, Lost otherwise) {
    if (!room && told.add(otherwise)) {
      warned.accept(
          "the record of this stack is full: "
              + otherwise.words
              + ". lab down, then lab up, begins a new one.");
    }
    return room;
  }

  private static int lastLineFeed(ByteBuffer buffer) {
    int at = buffer.position() - 1;
    while (at >= 0 && buffer.get(at) != '\n') {
      at--;
    }
    return at;
  }
}
