package server.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import server.web.Visits;

/**
 * Answers polls, each after its delay or as the present fault has it. No thread waits.
 *
 * <p>Switching and holding exclude each other, so that no poll is held after its release.
 */
final class Polls extends Handler.Abstract.NonBlocking {
  private static final ByteBuffer UPDATE =
      ByteBuffer.wrap("{\"updates\":null}\n".getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer();

  private final Delays delays;
  private final Duration dripPause;
  private final ScheduledExecutorService timer;
  private final Set<Runnable> hanging = new LinkedHashSet<>();
  private final AtomicLong count = new AtomicLong();
  private volatile Fault fault = Fault.NONE;

  Polls(Delays delays, Duration dripPause, ScheduledExecutorService timer) {
    this.delays = delays;
    this.dripPause = dripPause;
    this.timer = timer;
  }

  Fault fault() {
    return fault;
  }

  /** Switches; polls that hang are answered when the feed no longer does. */
  void become(Fault next) {
    switchTo(next).forEach(Runnable::run);
  }

  private synchronized List<Runnable> switchTo(Fault next) {
    fault = next;
    if (next == Fault.HANG) {
      return List.of();
    }
    var released = List.copyOf(hanging);
    hanging.clear();
    return released;
  }

  /** Polls received so far. */
  long count() {
    return count.get();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    count.incrementAndGet();
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, UPDATE.remaining());
    switch (fault) {
      case NONE -> later(delays.next(), () -> response.write(true, update(), callback));
      case HANG -> hold(request, callback, () -> response.write(true, update(), callback));
      case FAIL ->
          Response.writeError(request, response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500);
      case DRIP -> later(delays.next(), () -> drip(response, update(), callback));
      case CUT, REFUSE -> cut(request, callback);
    }
    return true;
  }

  private static ByteBuffer update() {
    return UPDATE.duplicate();
  }

  private void later(Duration delay, Runnable answer) {
    var _ = timer.schedule(answer, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static void cut(Request request, Callback callback) {
    request.getConnectionMetaData().getConnection().getEndPoint().close();
    callback.failed(new EofException("cut"));
  }

  private void hold(Request request, Callback callback, Runnable answer) {
    if (!isHeld(request, callback, answer)) {
      answer.run();
    }
  }

  /** Whether it hangs now; not when the fault was switched off after it came. */
  private synchronized boolean isHeld(Request request, Callback callback, Runnable answer) {
    if (fault != Fault.HANG) {
      return false;
    }
    hanging.add(answer);
    Visits.whenClientLeaves(
        request,
        () -> {
          if (isDropped(answer)) {
            cut(request, callback);
          }
        });
    return true;
  }

  private synchronized boolean isDropped(Runnable answer) {
    return hanging.remove(answer);
  }

  private void drip(Response response, ByteBuffer rest, Callback callback) {
    var piece = rest.slice(rest.position(), 1);
    rest.position(rest.position() + 1);
    if (rest.hasRemaining()) {
      response.write(
          false,
          piece,
          Callback.from(
              () -> later(dripPause, () -> drip(response, rest, callback)), callback::failed));
    } else {
      response.write(true, piece, callback);
    }
  }
}
