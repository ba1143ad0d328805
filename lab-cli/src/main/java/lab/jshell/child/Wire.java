package lab.jshell.child;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.ReentrantLock;

/** The line itself: sends whole messages, from any thread, and receives them on one. */
public final class Wire implements AutoCloseable {
  private final SocketChannel channel;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final ReentrantLock sending = new ReentrantLock();

  public Wire(SocketChannel channel) {
    this.channel = channel;
    this.in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
    this.out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
  }

  /**
   * Sends one message.
   *
   * @throws IOException when the other side is gone
   */
  public void send(Frame frame) throws IOException {
    sending.lock();
    try {
      frame.write(out);
    } finally {
      sending.unlock();
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
    channel.close();
  }
}
