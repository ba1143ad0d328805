package lab.course.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lab.problem.Problem;
import lab.problem.ProblemException;

/** The faults of files that people write, collected so that all are told at once. */
public final class Faults {
  private final List<Fault> found = new ArrayList<>();

  /** One fault; line 0 where the file as a whole is meant. */
  private record Fault(String file, int line, String what, String next) {
    Problem problem() {
      return new Problem(what, line == 0 ? file : file + ":" + line, next);
    }
  }

  /**
   * Notes a fault.
   *
   * @param file as it is shown
   * @param line from 1; 0 for the file as a whole
   */
  public void add(String file, int line, String what, String next) {
    found.add(new Fault(file, line, what, next));
  }

  public boolean none() {
    return found.isEmpty();
  }

  /** The faults, by file and line. */
  public List<Problem> problems() {
    return found.stream()
        .sorted(Comparator.comparing(Fault::file).thenComparingInt(Fault::line))
        .distinct()
        .map(Fault::problem)
        .toList();
  }

  /**
   * Goes on only where there is no fault.
   *
   * @throws ProblemException with all of them
   */
  public void demandNone() {
    if (!none()) {
      throw new ProblemException(problems());
    }
  }
}
