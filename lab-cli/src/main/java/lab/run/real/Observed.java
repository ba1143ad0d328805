package lab.run.real;

import java.util.List;
import java.util.Optional;
import lab.nginx.routing.probe.Instrumented.Mark;
import lab.stack.trial.Answer;
import lab.stack.trial.EchoPeer.Seen;

/**
 * What the real nginx did with one request.
 *
 * @param answer what the client got; empty when nothing listens
 * @param mark the block it ended in; empty when nginx did not say
 * @param visited the names of the locations looked up; empty when this nginx has no debug log
 * @param seen what an upstream was asked
 * @param asked the upstream addresses that nginx tried, in order
 */
public record Observed(
    Optional<Answer> answer,
    Optional<Mark> mark,
    Optional<List<String>> visited,
    Optional<Seen> seen,
    List<String> asked) {
  public Observed {
    asked = List.copyOf(asked);
  }
}
