package server.routes;

import io.javalin.http.Context;
import java.util.Objects;

/** One request being served, beyond what HTTP says about it. */
public interface Visit {
  /** Name under which the request carries its visit. */
  String ATTRIBUTE = Visit.class.getName();

  /** Counts a line of a stream that was handed to the connection. */
  void tick();

  /** The client was seen to have left. */
  void left();

  /** The answer is a failure, whatever its status says. */
  void failed();

  /**
   * Runs an action once when the client closes its side of the connection while the request is
   * being served. Works in modes whose connections are watched, on the thread that serves them;
   * elsewhere it never runs, because a thread that waits for the feed cannot watch the client.
   */
  void whenClientLeaves(Runnable action);

  /** The visit of a request. */
  static Visit of(Context ctx) {
    return Objects.requireNonNull(ctx.<Visit>attribute(ATTRIBUTE), "no visit on this request");
  }
}
