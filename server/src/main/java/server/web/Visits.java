package server.web;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import server.events.Event;
import server.events.EventSink;
import server.routes.Visit;

/**
 * Stands before every handler: puts our headers on the answer and reports begin and end.
 *
 * <p>Header {@code X-Served-By} is {@code mode/pid/thread}, {@code X-Lab-Nonce} is the request's
 * own, {@code X-Lab-Run} the run's.
 */
public final class Visits extends Handler.Wrapper {
  private static final String NONCE = "X-Lab-Nonce";
  private static final long PID = ProcessHandle.current().pid();

  private final String mode;
  private final String run;
  private final Slots slots;
  private final EventSink events;
  private final AtomicLong inFlight = new AtomicLong();

  /**
   * @param mode that serves
   * @param run nonce of the run; empty for none
   * @param slots what a request occupies
   * @param events where begin and end are reported
   */
  public Visits(String mode, String run, Slots slots, EventSink events) {
    this.mode = mode;
    this.run = run;
    this.slots = slots;
    this.events = events;
  }

  /** Requests being served now. */
  public OptionalLong inFlight() {
    return OptionalLong.of(inFlight.get());
  }

  /** {@link Visit#whenClientLeaves} for a handler that is no route. */
  public static void whenClientLeaves(Request request, Runnable action) {
    if (request.getAttribute(Visit.ATTRIBUTE) instanceof Visit visit) {
      visit.whenClientLeaves(action);
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var nonce = request.getHeaders().get(NONCE);
    var slot = slots.take();
    sign(response);
    if (nonce != null) {
      response.getHeaders().put(NONCE, nonce);
    }
    var visit = new JettyVisit(events, slot, nonce == null ? "" : nonce, request);
    request.setAttribute(Visit.ATTRIBUTE, visit);
    inFlight.incrementAndGet();
    events.emit(
        new Event.Begun(
            slot, visit.nonce(), request.getMethod(), Request.getPathInContext(request)));
    Request.addCompletionListener(
        request,
        failure -> {
          visit.end();
          inFlight.decrementAndGet();
          slots.release(slot);
          events.emit(visit.ended(response.getStatus(), failure != null));
        });
    return super.handle(request, response, callback);
  }

  /**
   * Answers in place of the handlers where Jetty refuses a request before any handler sees it. Such
   * an answer has no nonce: of a request that cannot be read nothing is known.
   */
  Request.Handler refusals() {
    return new ErrorHandler() {
      @Override
      public boolean handle(Request request, Response response, Callback callback)
          throws Exception {
        sign(response);
        return super.handle(request, response, callback);
      }
    };
  }

  private void sign(Response response) {
    var headers = response.getHeaders();
    headers.put("X-Served-By", mode + "/" + PID + "/" + Thread.currentThread().getName());
    if (!run.isEmpty()) {
      headers.put("X-Lab-Run", run);
    }
  }
}
