package lab.jshell.kit;

import java.util.List;
import lab.jshell.child.LabLine;

/**
 * One request that waits for its answer.
 *
 * @param scene what it belongs to
 * @param number from 1, in the order of arrival
 * @param path such as {@code /check_feed}
 */
public record Request(String scene, int number, String path) {
  /** Answers; the first end of a request counts. */
  public void answer(String word) {
    LabLine.tell("scene.answer", List.of(scene, Integer.toString(number), word, server()));
  }

  /** Sends it away without an answer, and says why; the first end of a request counts. */
  public void refuse(String why) {
    LabLine.tell("scene.refuse", List.of(scene, Integer.toString(number), why, server()));
  }

  private static String server() {
    var thread = Thread.currentThread();
    return thread.isVirtual() ? "virtual" : thread.getName();
  }
}
