package lab.findings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lab.findings.bench.Bench;
import lab.findings.bench.Labelled;
import lab.findings.grade.CriterionGrade;
import lab.findings.grade.Grader;
import lab.findings.rubric.RubricReader;
import lab.findings.rubric.Scenario;

/**
 * Measures what a write-up costs to grade once warm, and how far grader and people agree on each
 * folder of labelled texts. The last line holds {@code name=value} pairs, times in ms.
 */
public final class FindingsBench {
  private static final int ROUNDS = 5;
  private static final double NANOS_PER_MILLI = 1e6;

  private static final String HEADER =
      "%-8s %5s %6s %6s %6s %9s %10s %9s"
          .formatted(
              "FOLDER", "TEXTS", "KAPPA", "KEPT", "SHARE", "OFF BY 2", "2 IS RIGHT", "BELIEFS");

  private FindingsBench() {}

  /**
   * Prints both.
   *
   * @param args the checkout
   */
  public static void main(String[] args) throws IOException {
    var root = Path.of(args[0]);
    long start = System.nanoTime();
    var grader = new Grader(new RubricReader(Scenario.shipped()).read(root.resolve("exercises")));
    double rubric = (System.nanoTime() - start) / NANOS_PER_MILLI;
    var all = new ArrayList<Labelled>();
    System.out.println(HEADER);
    for (var folder : folders(root.resolve("lab-cli/src/test/resources/findings"))) {
      var texts = Labelled.all(folder);
      System.out.println(row(folder.getFileName().toString(), Bench.run(grader, texts)));
      all.addAll(texts);
    }
    System.out.println(row("all", Bench.run(grader, all)));
    System.out.println(times(grader, all, rubric));
  }

  private static List<Path> folders(Path parent) throws IOException {
    try (var found = Files.list(parent)) {
      return found.filter(Files::isDirectory).sorted().toList();
    }
  }

  static String row(String name, Bench bench) {
    var all = bench.agreement(_ -> true);
    var kept = bench.agreement((CriterionGrade grade) -> !grade.isUnsure());
    var told = bench.misconceptions();
    return String.format(
        Locale.ROOT,
        "%-8s %5d %6.3f %6.3f %4.0f %% %7.1f %% %8.0f %% %4.2f/%4.2f",
        name,
        bench.results().size(),
        all.kappa(),
        kept.kappa(),
        100.0 * kept.decisions() / all.decisions(),
        100 * kept.offByTwo(),
        100 * kept.twosRight(),
        told.precision(),
        told.recall());
  }

  /** Each text counts with its quickest round: the others were cold, or the machine was busy. */
  static String times(Grader grader, List<Labelled> texts, double rubricMillis) {
    var nanos = new long[texts.size()];
    Arrays.fill(nanos, Long.MAX_VALUE);
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < nanos.length; i++) {
        var text = texts.get(i);
        long start = System.nanoTime();
        grader.grade(text.markdown(), text.runs());
        nanos[i] = Math.min(nanos[i], System.nanoTime() - start);
      }
    }
    Arrays.sort(nanos);
    return String.format(
        Locale.ROOT,
        "texts=%d rubric=%.0f median=%.1f p95=%.1f worst=%.1f",
        nanos.length,
        rubricMillis,
        nanos[nanos.length / 2] / NANOS_PER_MILLI,
        nanos[nanos.length * 95 / 100] / NANOS_PER_MILLI,
        nanos[nanos.length - 1] / NANOS_PER_MILLI);
  }
}
