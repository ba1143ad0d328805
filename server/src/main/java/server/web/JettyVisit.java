package server.web;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import server.events.Event;
import server.events.EventSink;
import server.events.Outcome;
import server.routes.Visit;

/** A request being served on a Jetty connection. */
final class JettyVisit implements Visit {
  private final EventSink events;
  private final String slot;
  private final String nonce;
  private final Request request;
  private final long beginNanos = System.nanoTime();
  private volatile Outcome outcome = Outcome.OK;
  private volatile Optional<Departure> departure = Optional.empty();
  private long ticks;

  JettyVisit(EventSink events, String slot, String nonce, Request request) {
    this.events = events;
    this.slot = slot;
    this.nonce = nonce;
    this.request = request;
  }

  String nonce() {
    return nonce;
  }

  @Override
  public void tick() {
    events.emit(new Event.Tick(slot, nonce, ++ticks));
  }

  @Override
  public void left() {
    outcome = Outcome.LEFT;
  }

  @Override
  public void failed() {
    outcome = Outcome.FAILED;
  }

  @Override
  public void whenClientLeaves(Runnable action) {
    var watch = new Departure(request.getConnectionMetaData().getConnection(), action);
    departure = Optional.of(watch);
    watch.begin();
  }

  /** The connection is HTTP's again. */
  void end() {
    departure.ifPresent(Departure::end);
  }

  Event.Ended ended(int status, boolean broken) {
    var how = broken && outcome == Outcome.OK ? Outcome.LEFT : outcome;
    long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - beginNanos);
    return new Event.Ended(slot, nonce, status, how, micros);
  }
}
