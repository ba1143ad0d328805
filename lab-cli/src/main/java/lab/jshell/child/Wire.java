package lab.jshell.child;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * The line itself: sends whole messages, from any thread, and receives them on one.
 *
 * <p>One thread of its own writes. A thread that is interrupted while it writes to a channel closes
 * the channel, and whoever cancels a poll interrupts.
 */
public final class Wire implements AutoCloseable {
  private static final int MOST_WAITING = 4096;
  private static final int DRAIN_LOOKS = 40;

  private final SocketChannel channel;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final BlockingQueue<Frame> waiting = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(MOST_WAITING);
  private volatile boolean broken;

  public Wire(SocketChannel channel) {
    this.channel = channel;
    this.in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
    this.out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
    Thread.ofPlatform().daemon().name("lab-writer").start(this::writeAll);
  }

  /**
   * Sends one message, in order, soon; waits only while very many wait already.
   *
   * @throws IOException when the other side is gone
   */
  public void send(Frame frame) throws IOException {
    room.acquireUninterruptibly();
    if (broken) {
      room.release();
      throw new IOException("the line is broken");
    }
    waiting.add(frame);
  }

  private void writeAll() {
    try {
      while (true) {
        var frame = waiting.take();
        room.release();
        frame.write(out);
        if (waiting.isEmpty()) {
          out.flush();
        }
      }
    } catch (IOException | InterruptedException e) {
      broken = true;
      waiting.clear();
      room.release(MOST_WAITING);
    }
  }

  /** Waits a moment until all messages have been written: for the last words of a JVM. */
  void drain() throws InterruptedException {
    for (int look = 0; look < DRAIN_LOOKS && !waiting.isEmpty() && !broken; look++) {
      Thread.sleep(5);
    }
  }

  /**
   * Waits for the next message.
   *
   * @throws IOException when the other side is gone or says what is no message
   */
  public Frame receive() throws IOException {
    return Frame.read(in);
  }

  @Override
  public void close() throws IOException {
    broken = true;
    channel.close();
  }
}
