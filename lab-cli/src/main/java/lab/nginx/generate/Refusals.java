package lab.nginx.generate;

import java.util.ArrayList;
import java.util.List;
import lab.nginx.syntax.Span;
import lab.problem.Problem;
import lab.problem.ProblemException;

/** What cannot be rewritten for certain, collected so that a person sees it all at once. */
final class Refusals {
  private final List<Problem> problems = new ArrayList<>();

  void add(Span at, String what, String next) {
    var position = at.position();
    var where = at.source().path() + ":" + position.line() + ":" + position.column();
    problems.add(new Problem(what, where, next));
  }

  void stopIfAny() {
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }
}
