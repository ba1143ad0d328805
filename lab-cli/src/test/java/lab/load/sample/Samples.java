package lab.load.sample;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Hand-made samples with times in milliseconds. */
final class Samples {
  private static final long MILLI = 1_000_000L;

  private Samples() {}

  static Sample answered(long intended, long sent, long lastByte) {
    return of(
        "check",
        new Moments(
            intended * MILLI,
            sent * MILLI,
            at(sent),
            at(sent),
            at(lastByte),
            at(lastByte),
            lastByte * MILLI),
        false,
        List.of(),
        Outcome.OK,
        Optional.empty());
  }

  static Sample refused(long intended, long end) {
    var none = OptionalLong.empty();
    return of(
        "check",
        new Moments(intended * MILLI, intended * MILLI, none, none, none, none, end * MILLI),
        false,
        List.of(),
        Outcome.REFUSED,
        Optional.of(new Failure(Phase.CONNECT, Cause.REFUSED, "refused")));
  }

  /** Sent at once, and given up without a byte. */
  static Sample timedOut(long intended, long end) {
    return unanswered(intended, end, Outcome.TIMED_OUT, Cause.DEADLINE);
  }

  /** Sent at once, and cut without a byte. */
  static Sample cut(long intended, long end) {
    return unanswered(intended, end, Outcome.CUT, Cause.RESET);
  }

  private static Sample unanswered(long intended, long end, Outcome outcome, Cause cause) {
    var none = OptionalLong.empty();
    return of(
        "check",
        new Moments(
            intended * MILLI,
            intended * MILLI,
            at(intended),
            at(intended),
            none,
            none,
            end * MILLI),
        false,
        List.of(),
        outcome,
        Optional.of(new Failure(Phase.HEAD, cause, "")));
  }

  static Sample stream(Outcome outcome, Long... ticksMillis) {
    var ticks = List.of(ticksMillis).stream().map(t -> t * MILLI).toList();
    return of(
        "stream",
        new Moments(0, 0, at(0), at(0), at(1), at(1), 1000 * MILLI),
        true,
        ticks,
        outcome,
        Optional.empty());
  }

  private static Sample of(
      String lane,
      Moments moments,
      boolean stream,
      List<Long> ticks,
      Outcome outcome,
      Optional<Failure> failure) {
    var answer =
        new Answer(
            outcome.isAnswer() ? OptionalInt.of(200) : OptionalInt.empty(),
            Optional.of("sync/1/main"),
            Optional.empty(),
            Optional.empty(),
            3,
            ticks);
    return new Sample(
        "r-" + lane + "-0",
        lane,
        "/" + lane,
        stream,
        moments,
        OptionalInt.of(5),
        answer,
        outcome,
        failure);
  }

  private static OptionalLong at(long millis) {
    return OptionalLong.of(millis * MILLI);
  }
}
