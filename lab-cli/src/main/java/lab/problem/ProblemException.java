package lab.problem;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Stops an act because of problems that a person can put right, all of them at once.
 *
 * <p>It is shown without a stack trace; a bug of ours is any other exception.
 */
public sealed class ProblemException extends RuntimeException
    permits FaultyFileException, UsageException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public ProblemException(Problem problem) {
    this(List.of(problem));
  }

  /**
   * @param problems what has to be put right; at least one
   * @throws IllegalArgumentException when there is none
   */
  public ProblemException(List<Problem> problems) {
    super(problems.stream().map(Problem::what).collect(Collectors.joining("; ")));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("no problem to report");
    }
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
