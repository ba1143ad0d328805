package lab.jshell.kit;

import java.util.List;
import lab.jshell.child.LabLine;

/** Lets the lab measure how fast the line is. */
public final class Probe {
  private Probe() {}

  /**
   * Goes to the lab and back.
   *
   * @param times how often
   */
  public static void run(int times) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      LabLine.ask("probe", List.of());
    }
  }
}
