package lab.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.check.evidence.RunOnRecord;
import lab.check.spec.OwnNumbers;
import lab.course.variation.Variation;
import lab.load.plan.Arrivals;
import lab.load.sample.LaneSummary;
import lab.load.sample.Outcome;
import lab.run.RunFolder;
import lab.run.RunResult;
import lab.stack.StateFiles;

/** The runs that are kept, as far as they are whole. */
public final class RunRecords {
  /** As a run names arrivals whose number is drawn, too. */
  private static final String POISSON = Arrivals.POISSON.name().toLowerCase(Locale.ROOT);

  private RunRecords() {}

  /**
   * All of them, oldest first.
   *
   * @param runs the folder that holds one folder a run; it may be missing
   * @throws IOException when it cannot be read
   */
  public static List<RunResult> all(Path runs) throws IOException {
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (var folders = Files.list(runs)) {
      return folders
          .filter(folder -> !Files.isSymbolicLink(folder))
          .map(folder -> new RunFolder(String.valueOf(folder.getFileName()), folder))
          .flatMap(RunRecords::whole)
          .sorted(Comparator.comparing(RunResult::started))
          .toList();
    }
  }

  /**
   * The ids of the verifications that are kept among the runs.
   *
   * @param runs the folder that holds one folder a run; it may be missing
   * @throws IOException when it cannot be read
   */
  public static List<String> verifications(Path runs) throws IOException {
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (var folders = Files.list(runs)) {
      return folders
          .filter(folder -> !Files.isSymbolicLink(folder))
          .filter(folder -> Files.isRegularFile(folder.resolve("verify.json")))
          .map(folder -> String.valueOf(folder.getFileName()))
          .sorted()
          .toList();
    }
  }

  /** A run as checks look at it. */
  public static RunOnRecord onRecord(RunResult run) {
    Map<String, RunOnRecord.Count> lanes =
        run.lanes().lanes().stream()
            .collect(
                Collectors.toMap(
                    LaneSummary::lane,
                    lane -> new RunOnRecord.Count(lane.sent(), lane.count(Outcome.OK))));
    return new RunOnRecord(
        run.id(),
        run.scenario(),
        run.settings().upstream().orElse("as-is"),
        run.settings().blockingFeed().orElse(false),
        run.started(),
        run.settings().seconds(),
        run.complete(),
        run.countsStand(),
        new RunOnRecord.Size(run.settings().syncWorkers(), run.settings().poolThreads()),
        run.settings().arrivals().contains(POISSON),
        lanes);
  }

  /** The numbers that a learner's runs must have. */
  static OwnNumbers asked(Variation variation) {
    return new OwnNumbers(
        variation.rate(),
        variation.streams(),
        variation.hashes(),
        variation.workers(),
        variation.threads());
  }

  private static Stream<RunResult> whole(RunFolder folder) {
    try {
      return StateFiles.read(folder.result(), RunResult.class).stream();
    } catch (IOException unreadable) {
      return Stream.empty();
    }
  }
}
