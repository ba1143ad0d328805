package lab.jshell.shell;

import java.io.IOException;
import java.time.Duration;
import lab.jshell.session.Evaluated;
import lab.jshell.session.Session;

/** Evaluates, tells, and brings the session back when its JVM has gone. */
final class Evaluator {
  static final Duration PARSE_LIMIT = Duration.ofSeconds(10);
  private static final Duration STOP_PATIENCE = Duration.ofMillis(1500);

  private final Session session;
  private final Talk talk;
  private final Duration limit;
  private volatile boolean running;

  /**
   * Prepares an evaluator.
   *
   * @param limit of one snippet
   */
  Evaluator(Session session, Talk talk, Duration limit) {
    this.session = session;
    this.talk = talk;
    this.limit = limit;
  }

  Session session() {
    return session;
  }

  /**
   * Evaluates one piece.
   *
   * @param where file and line; empty for what was typed
   * @return whether all went well
   * @throws IOException when the JVM has gone and no new one can be started
   */
  boolean evaluate(String source, String where) throws IOException, InterruptedException {
    running = true;
    Evaluated evaluated;
    try {
      evaluated = session.evaluate(source, limit);
    } finally {
      running = false;
    }
    boolean well = talk.tell(evaluated, source, where);
    boolean lost =
        switch (evaluated) {
          case Evaluated.Gone _ -> true;
          case Evaluated.TooLong(var gone) -> gone;
          case Evaluated.Accepted _,
              Evaluated.Rejected _,
              Evaluated.Threw _,
              Evaluated.Stopped _,
              Evaluated.OutOfBounds _ ->
              false;
        };
    if (lost) {
      restart();
    }
    return well;
  }

  /** Brings the session back in a new JVM. */
  void restart() throws IOException {
    talk.restored(session.restore());
  }

  /** Ctrl-C: a word first, and force when it is not heard. */
  void interrupt() {
    if (!running) {
      return;
    }
    session.stop();
    Thread.ofVirtual()
        .start(() -> {
          try {
            Thread.sleep(STOP_PATIENCE);
            if (running) {
              session.kill();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
