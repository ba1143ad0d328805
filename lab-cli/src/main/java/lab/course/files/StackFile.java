package lab.course.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.course.journal.DiskProblem;
import lab.course.variation.Numbers;
import lab.course.variation.Variation;
import lab.course.yaml.Faults;
import lab.course.yaml.Fields;
import lab.course.yaml.YamlFile;
import lab.problem.FaultyFileException;
import lab.stack.StackSettings;

/**
 * {@code stack.yaml}: how large the application is.
 *
 * @param syncWorkers processes of sync, 1 to 16
 * @param poolThreads threads of pooled, 1 to 200
 */
public record StackFile(int syncWorkers, int poolThreads) {
  /** Its name, at the checkout's root. */
  public static final String NAME = "stack.yaml";

  /** What a sync worker, a process of its own, takes; MB. */
  public static final int WORKER_MB = 60;

  /** What a pool thread takes with its stack; MB. */
  public static final int THREAD_MB = 1;

  private static final int MOST_WORKERS = 16;
  private static final int MOST_THREADS = 200;

  /** The size with which the incident began. */
  public static StackFile shipped(Variation variation) {
    return new StackFile(variation.workers(), variation.threads());
  }

  /** The size of programs that run with it. */
  public static StackFile of(StackSettings settings) {
    return new StackFile(settings.syncWorkers(), settings.poolThreads());
  }

  /**
   * Reads a file; what it leaves out, and a file that is not there, is as shipped.
   *
   * @param shown its name in messages
   * @param numbers may stand in it in braces, as in the files that the course ships
   * @throws FaultyFileException with all its faults, by line
   * @throws lab.problem.ProblemException when it cannot be read
   */
  public static StackFile read(Path file, String shown, Variation variation, Numbers numbers) {
    if (!Files.exists(file)) {
      return shipped(variation);
    }
    var faults = new Faults();
    try {
      var text = numbers.in(Files.readString(file));
      var read =
          new YamlFile(shown, faults)
              .parse(text)
              .map(entries -> {
                var fields =
                    new Fields(entries, new Fields.Context(shown, faults, numbers), "stack.yaml");
                int workers =
                    fields
                        .optionalWhole("sync-workers", 1, MOST_WORKERS)
                        .orElse(variation.workers());
                int threads =
                    fields
                        .optionalWhole("pool-threads", 1, MOST_THREADS)
                        .orElse(variation.threads());
                fields.done();
                return new StackFile(workers, threads);
              });
      if (!faults.none()) {
        throw new FaultyFileException(faults.problems());
      }
      return read.orElse(shipped(variation));
    } catch (IOException e) {
      throw DiskProblem.of(file, e);
    }
  }

  /** Settings with these sizes. */
  public StackSettings in(StackSettings settings) {
    return new StackSettings(
        settings.speed(),
        settings.seed(),
        syncWorkers,
        poolThreads,
        settings.backlog(),
        settings.timeoutSeconds(),
        settings.feedMinSeconds(),
        settings.feedMaxSeconds(),
        settings.blockingFeed());
  }

  /** Memory that the slots count for, a round price for each and no measurement; MB. */
  public int megabytes() {
    return syncWorkers * WORKER_MB + poolThreads * THREAD_MB;
  }

  /** What was chosen and what it costs, in words. */
  public String words() {
    return "sync %d workers, pooled %d threads: counted as %d MB (%d a worker, %d a thread)"
        .formatted(syncWorkers, poolThreads, megabytes(), WORKER_MB, THREAD_MB);
  }
}
