package lab.findings.opinion;

import java.io.IOException;

/** Whoever answers a prompt with text. */
@FunctionalInterface
public interface Model {
  /**
   * Answers once.
   *
   * @param instructions what to do
   * @param data the text to do it with
   * @throws IOException when there is no answer that can be read
   */
  String answer(String instructions, String data) throws IOException, InterruptedException;
}
