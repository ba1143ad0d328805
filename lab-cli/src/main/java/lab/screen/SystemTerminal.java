package lab.screen;

import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The terminal that the lab was started on. */
public final class SystemTerminal {
  private SystemTerminal() {}

  /**
   * Opens it without asking it what it can do: a program that reads the answers takes what the
   * person has typed ahead with them, and a terminal that does not answer is waited for.
   *
   * @param orDumb whether one without any ability will do where there is none
   * @throws IOException when there is none, and it will not do
   */
  public static Terminal open(boolean orDumb) throws IOException {
    return TerminalBuilder.builder().system(true).dumb(orDumb).graphemeCluster(false).build();
  }
}
