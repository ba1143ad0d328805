package lab.load.sample;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What came back for one request, whole or not.
 *
 * @param status 100-599, once a head came
 * @param servedBy header {@code X-Served-By}: mode/pid/thread
 * @param run header {@code X-Lab-Run}: the run the server belongs to
 * @param nonce header {@code X-Lab-Nonce} as it came back; another request's nonce means a cached
 *     answer
 * @param bodyBytes decoded bytes of the body that were read
 * @param ticks nanoseconds from the start of the plan at which each line of a stream was complete;
 *     empty for a request that is no stream
 */
public record Answer(
    OptionalInt status,
    Optional<String> servedBy,
    Optional<String> run,
    Optional<String> nonce,
    long bodyBytes,
    List<Long> ticks) {
  /** Nothing came. */
  public static final Answer NONE =
      new Answer(
          OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, List.of());

  public Answer {
    ticks = List.copyOf(ticks);
  }
}
