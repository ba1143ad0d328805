package lab.problem;

import java.util.List;

/**
 * Stops an act because of what a person wrote in a file of theirs: elsewhere it would be stopped
 * just the same, for nothing is wrong with the machine.
 */
public final class FaultyFileException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /**
   * @param problems each with the file and, where there is one, the line; at least one
   * @throws IllegalArgumentException when there is none
   */
  public FaultyFileException(List<Problem> problems) {
    super(problems);
  }
}
