package lab.nginx.routing;

import java.util.List;
import java.util.Optional;

/**
 * Where a request goes, and why.
 *
 * @param request what was asked, the address it is sent to filled in
 * @param server {@code file:line} of the server; empty when none was reached
 * @param location the last location looked up
 * @param visited every location looked up, in order, named ones too: the words after {@code
 *     location}
 * @param outcome what becomes of it
 * @param steps how it came to that
 */
public record Explanation(
    Request request,
    Optional<String> server,
    Optional<Place> location,
    List<String> visited,
    Outcome outcome,
    List<Step> steps) {
  /**
   * A location.
   *
   * @param at {@code file:line}
   * @param text the words after {@code location}
   */
  public record Place(String at, String text) {}

  /** That nothing certain can be said. */
  public static Explanation unknown(Request request, String reason) {
    return new Explanation(
        request,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new Outcome.Unknown(reason),
        List.of());
  }

  public Explanation {
    visited = List.copyOf(visited);
    steps = List.copyOf(steps);
  }
}
