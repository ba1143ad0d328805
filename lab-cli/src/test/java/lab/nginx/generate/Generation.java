package lab.nginx.generate;

import lab.nginx.syntax.closure.MemoryFiles;
import lab.problem.Problem;
import lab.problem.ProblemException;

/** What becomes of a text: another one, or a refusal. */
final class Generation {
  private Generation() {}

  static String text(String conf, GenerateOptions options) {
    return Generator.generate(MemoryFiles.load(conf), options).text();
  }

  static Problem problem(String conf, GenerateOptions options) {
    try {
      throw new AssertionError(text(conf, options));
    } catch (ProblemException e) {
      return e.problems().getFirst();
    }
  }
}
