package lab.jshell.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import lab.problem.ProblemException;
import lab.stack.RunningStack;

/** What the shell needs of those who can put a stack together. */
public interface LabStack extends AutoCloseable {
  /**
   * The stack that is up; starts one where there is none, which ends with {@link #close}.
   *
   * @throws ProblemException when it cannot be started
   * @throws IOException when a file cannot be written
   * @throws InterruptedException when this thread was told to stop waiting
   */
  RunningStack up() throws IOException, InterruptedException;

  /**
   * Starts the stack anew with every location sent to one mode.
   *
   * @param upstream the mode; empty for the routes of nginx.conf
   * @throws ProblemException when the stack that is up is not the shell's own
   */
  RunningStack route(Optional<String> upstream) throws IOException, InterruptedException;

  /** Where runs are kept. */
  Path runs();

  @Override
  void close();
}
