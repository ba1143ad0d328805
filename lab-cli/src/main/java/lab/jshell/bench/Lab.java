package lab.jshell.bench;

import java.util.List;
import lab.jshell.child.LabLine;

/** The way to the lab, for the functions of the bench. */
final class Lab {
  private Lab() {}

  /** Asks and waits; Ctrl-C ends the waiting. */
  static List<String> ask(String verb, String... arguments) {
    try {
      return LabLine.ask("bench." + verb, List.of(arguments));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped");
    }
  }
}
