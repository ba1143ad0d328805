package lab.load.sample;

import java.util.OptionalInt;

/**
 * Why a request has no whole answer: the phase it had reached, times the cause.
 *
 * @param detail the system's own words; may be empty
 */
public record Failure(Phase phase, Cause cause, String detail) {
  /**
   * The outcome this failure counts as. A status that came and is not 2xx says more than the broken
   * body behind it, so it wins.
   *
   * @param status what the head said, if one came
   */
  public Outcome outcome(OptionalInt status) {
    return switch (cause) {
      case CAP, RESOURCES -> Outcome.NOT_SENT;
      case STOPPED -> Outcome.STOPPED;
      case REFUSED -> Outcome.REFUSED;
      case NOT_HTTP -> Outcome.OTHER;
      case SILENCE, DEADLINE, PLAN_ENDED -> statusOr(Outcome.TIMED_OUT, status);
      case RESET, CLOSED, CLOSED_WHILE_IDLE, CUT_CHUNKED, CUT_BY_LENGTH, ENDED_EARLY, OTHER ->
          statusOr(Outcome.CUT, status);
    };
  }

  private static Outcome statusOr(Outcome outcome, OptionalInt status) {
    var said = status.isPresent() ? Outcome.ofStatus(status.getAsInt()) : Outcome.OK;
    return said == Outcome.OK ? outcome : said;
  }
}
