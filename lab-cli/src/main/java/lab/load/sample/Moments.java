package lab.load.sample;

import java.util.OptionalLong;

/**
 * When the steps of one request happened, in nanoseconds from the start of the plan.
 *
 * @param intended intended start, by the plan
 * @param dispatched when the pacer let it go
 * @param connected end of the TCP handshake; of a kept-alive connection, when it was taken
 * @param sent actual start: the request's bytes had been handed to the kernel
 * @param firstByte when the answer's first byte was read
 * @param lastByte when the last byte so far was read
 * @param end when the client was done with it
 */
public record Moments(
    long intended,
    long dispatched,
    OptionalLong connected,
    OptionalLong sent,
    OptionalLong firstByte,
    OptionalLong lastByte,
    long end) {

  /** Schedule lag of the generator: intended start to dispatch. The network has no part in it. */
  public long lagNanos() {
    return Math.max(0, dispatched - intended);
  }

  /** On-wire lateness: intended start to the bytes' leaving, the handshake included. */
  public OptionalLong onWireNanos() {
    return sent.isPresent() ? OptionalLong.of(sent.getAsLong() - intended) : OptionalLong.empty();
  }

  /** Response time R: intended start to last byte, or to the end when none came. */
  public long responseNanos() {
    return lastByte.orElse(end) - intended;
  }

  /** Service time as the client saw it: bytes sent to last byte; empty when one is missing. */
  public OptionalLong serviceNanos() {
    return sent.isPresent() && lastByte.isPresent()
        ? OptionalLong.of(lastByte.getAsLong() - sent.getAsLong())
        : OptionalLong.empty();
  }
}
