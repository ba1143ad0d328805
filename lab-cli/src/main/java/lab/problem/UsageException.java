package lab.problem;

/**
 * Stops an act that cannot be done as it was asked for, by a name that is not there or without a
 * word that must be said: nothing is wrong with the machine.
 */
public final class UsageException extends ProblemException {
  private static final long serialVersionUID = 1L;

  public UsageException(Problem problem) {
    super(problem);
  }
}
