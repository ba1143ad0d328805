package lab.jshell.trial;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import lab.jshell.snippet.SnippetEvidence;
import lab.jshell.snippet.SnippetEvidence.MachineSeen;
import lab.jshell.snippet.SnippetEvidence.SourceFault;
import lab.jshell.snippet.SnippetSpec;
import lab.jshell.vm.HelperJar;
import lab.problem.Problem;
import lab.problem.ProblemException;

/**
 * Runs a learner's file in a JVM of its own and says what was seen.
 *
 * <p>Nothing of the checks is in that JVM: the lab calls what the file defines, plays the feed, and
 * counts on its own side.
 */
public final class SnippetRunner {
  /** A file may be no larger; in bytes. */
  static final int MOST_BYTES = 64 * 1024;

  private final Path cache;
  private final RandomGenerator random;

  /**
   * Prepares a runner.
   *
   * @param cache where the helper jar is kept, such as {@code .lab/jshell}
   * @param random draws the arguments of hidden calls
   */
  public SnippetRunner(Path cache, RandomGenerator random) {
    this.cache = cache;
    this.random = random;
  }

  /**
   * Runs one file; bounded in time, memory and threads whatever is in it.
   *
   * @param file the learner's
   * @throws ProblemException when the file is not there or no JVM can be started
   * @throws InterruptedException when this thread was told to stop; the JVM is ended
   */
  public SnippetEvidence run(SnippetSpec spec, Path file) throws InterruptedException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        return refused(spec, "this file is larger than the 64 KB that a snippet may have");
      }
      return run(spec, Files.readString(file));
    } catch (CharacterCodingException e) {
      return refused(spec, "this file is not text in UTF-8");
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              "The snippet cannot be run: " + e.getMessage(),
              file.toString(),
              "lab doctor checks the machine; lab reset brings a missing file back"));
    }
  }

  private SnippetEvidence run(SnippetSpec spec, String source)
      throws IOException, InterruptedException {
    try (var clock = new CalmClock();
        var trial = new Trial(spec, HelperJar.in(cache), clock, random)) {
      return trial.run(source);
    }
  }

  private static SnippetEvidence refused(SnippetSpec spec, String why) {
    return new SnippetEvidence(
        spec.file(),
        List.of(new SourceFault(1, 1, 0, "", why)),
        Optional.empty(),
        List.of(),
        List.of(),
        new MachineSeen(0, 0, 0, List.of()),
        "");
  }
}
