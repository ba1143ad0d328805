package server.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Watches a connection for its client's departure while a request is being served on it.
 *
 * <p>Jetty does not read from an HTTP/1 connection between a request's end and its answer, and so
 * would not see the client leave. We take the read interest for that time and give it back before
 * Jetty wants it again. A client that closes its sending side counts as gone, as it does for nginx.
 * Bytes of a next request that come early are handed to the parser, and the watch ends there.
 *
 * <p>Departure and end may come at once on two threads; the first one counts.
 */
final class Departure implements Callback {
  private static final int EARLY_BYTES = 512;

  private final Connection connection;
  private final EndPoint endPoint;
  private final Runnable action;
  private boolean over;

  Departure(Connection connection, Runnable action) {
    this.connection = connection;
    this.endPoint = connection.getEndPoint();
    this.action = action;
  }

  synchronized void begin() {
    endPoint.tryFillInterested(this);
  }

  /** Gives the read interest back. */
  synchronized void end() {
    if (isFirstEnd() && endPoint instanceof AbstractEndPoint watched) {
      watched.getFillInterest().onFail(new IOException("no longer watched"));
    }
  }

  /** There is something to read: the end of the client's bytes, or bytes that came early. */
  @Override
  public void succeeded() {
    if (isEndOfBytes()) {
      leave();
    }
  }

  @Override
  public void failed(Throwable closed) {
    leave();
  }

  private synchronized boolean isEndOfBytes() {
    if (over) {
      return false; // what came is for HTTP to read
    }
    var early = BufferUtil.allocate(EARLY_BYTES);
    int count = fill(early);
    if (count == 0) {
      begin();
      return false;
    }
    if (count > 0 && connection instanceof Connection.UpgradeTo parser) {
      over = true;
      parser.onUpgradeTo(early);
      return false;
    }
    return true;
  }

  private int fill(ByteBuffer early) {
    try {
      return endPoint.fill(early);
    } catch (IOException reset) {
      return -1;
    }
  }

  /** Acts without the lock, for the action may end the request on another thread. */
  private void leave() {
    if (isFirstEnd()) {
      action.run();
      endPoint.close();
    }
  }

  private synchronized boolean isFirstEnd() {
    boolean first = !over;
    over = true;
    return first;
  }
}
