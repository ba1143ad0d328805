package lab.load.engine;

import java.util.Optional;
import java.util.OptionalLong;
import lab.load.plan.Arrival;
import lab.load.plan.Lane;
import lab.load.sample.Cause;
import lab.load.sample.Moments;
import org.jspecify.annotations.Nullable;

/**
 * One request between its dispatch and its end: its times so far, and the socket that ends it.
 *
 * <p>Written by the request's thread; {@link #overdue} and {@link #end} may be called by any.
 */
final class Flight {
  private static final long UNSET = Long.MIN_VALUE;

  private final Arrival arrival;
  private final RunClock clock;
  private final long dispatched;
  private final long silenceNanos;
  private final long lastsUntil;
  private final Cause atLast;
  private long connected = UNSET;
  private long sent = UNSET;
  private long firstByte = UNSET;
  private volatile long progress;
  private @Nullable Wire wire;
  private @Nullable Cause ended;

  Flight(Arrival arrival, RunClock clock, long planEndNanos) {
    this.arrival = arrival;
    this.clock = clock;
    this.dispatched = clock.nanos();
    this.progress = dispatched;
    var patience = arrival.lane().patience();
    this.silenceNanos = patience.silence().toNanos();
    boolean stream = arrival.lane() instanceof Lane.Streams;
    this.lastsUntil = stream ? planEndNanos : dispatched + patience.total().toNanos();
    this.atLast = stream ? Cause.PLAN_ENDED : Cause.DEADLINE;
  }

  Arrival arrival() {
    return arrival;
  }

  /** Lets {@link #end} reach the connection; closes it at once when the end has come already. */
  synchronized void hold(Wire held) {
    wire = held;
    if (ended != null) {
      held.close();
    }
  }

  void connected() {
    connected = clock.nanos();
    progress = connected;
  }

  void sent() {
    sent = clock.nanos();
    progress = sent;
  }

  void received() {
    progress = clock.nanos();
    if (firstByte == UNSET) {
      firstByte = progress;
    }
  }

  boolean hasReceived() {
    return firstByte != UNSET;
  }

  long lastByteNanos() {
    return progress;
  }

  /** Why it has to end now, if it has to. */
  Optional<Cause> overdue(long nowNanos) {
    if (nowNanos >= lastsUntil) {
      return Optional.of(atLast);
    }
    return nowNanos - progress >= silenceNanos ? Optional.of(Cause.SILENCE) : Optional.empty();
  }

  /** Ends it by closing its socket; the first cause stays. */
  synchronized void end(Cause cause) {
    if (ended == null) {
      ended = cause;
      if (wire != null) {
        wire.close();
      }
    }
  }

  /** Why we ended it ourselves, if we did. */
  synchronized Optional<Cause> ended() {
    return Optional.ofNullable(ended);
  }

  /**
   * Why it was over, whatever the server then said: we ended it, or it was time to. The answer to
   * our own hanging up may be read before our close is complete, a stream's clean end included.
   */
  Optional<Cause> over() {
    return ended().or(() -> overdue(clock.nanos()));
  }

  Moments moments() {
    return new Moments(
        arrival.intendedNanos(),
        dispatched,
        optional(connected),
        optional(sent),
        optional(firstByte),
        hasReceived() ? OptionalLong.of(progress) : OptionalLong.empty(),
        clock.nanos());
  }

  private static OptionalLong optional(long nanos) {
    return nanos == UNSET ? OptionalLong.empty() : OptionalLong.of(nanos);
  }
}
