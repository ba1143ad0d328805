package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lab.course.book.Book;
import lab.load.sample.LaneSummary;
import lab.load.sample.Outcome;
import lab.run.RunResult;
import lab.run.nginx.NginxReasons.Reason;
import lab.stack.StateFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the book shows as printed is printed today, but for the numbers. */
@Tag("process")
@Tag("alone")
@Timeout(180)
class BookIT {
  private static final Path PROJECT = Path.of(System.getProperty("lab.root"));

  /**
   * Half a minute of the incident prints the same lines as a minute and a half. At speed 10 those
   * are three seconds, in which programs warm up: where others crowd the machine, or it is a slow
   * one, a slower replay asks less of it.
   */
  private static final List<List<String>> SHORT =
      List.of(
          List.of("--duration", "30s"),
          List.of("--duration", "30s", "--speed", "5"),
          List.of("--duration", "30s", "--speed", "2"));

  /** What a run says where the machine computes too slowly for the speed that was asked for. */
  private static final List<String> TOO_SLOW =
      List.of("Processors ran out", "The event loop ran out of time");

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @MethodSource("printed")
  void whatTheBookShowsIsStillPrinted(Book.Printed printed) throws IOException {
    var words = Stream.of(printed.command().split(" ", -1)).skip(1).toList();
    var done = asked(words, printed.command().contains(" run ") ? SHORT : List.of(List.of()));
    assertThat(done.exit()).as(done.err()).isZero();
    for (var part : printed.output().split("(?m)^\\.\\.\\.$", -1)) {
      assertThat(masked(done.out())).as(done.out()).contains(masked(part));
    }
    switch (String.join(" ", words)) {
      case "run incident" -> assertCollapse(kept());
      case "run incident --upstream async" -> assertHealed(kept());
      default -> {}
    }
  }

  /** Masked numbers show no incident: 502s for want of a live peer, hardly a stream, no title. */
  private static void assertCollapse(RunResult run) {
    assertThat(lane(run, "check").count(Outcome.BAD_GATEWAY)).isPositive();
    assertThat(run.reasons().getOrDefault("/check_feed", Map.of()))
        .containsKey(Reason.NO_LIVE_UPSTREAMS);
    assertThat(okShare(run, "check")).isLessThan(0.25);
    assertThat(okShare(run, "stream")).isLessThan(0.1);
    assertThat(okShare(run, "probe")).isLessThan(0.25);
  }

  private static void assertHealed(RunResult run) {
    for (var lane : List.of("check", "stream", "probe")) {
      assertThat(okShare(run, lane)).as(lane).isGreaterThan(0.9);
    }
  }

  private static double okShare(RunResult run, String name) {
    var lane = lane(run, name);
    return lane.count(Outcome.OK) / (double) lane.sent();
  }

  private static LaneSummary lane(RunResult run, String name) {
    return run.lanes().lanes().stream()
        .filter(lane -> lane.lane().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private RunResult kept() throws IOException {
    var file = folder.resolve(".lab/runs/latest/run.json");
    return StateFiles.read(file, RunResult.class).orElseThrow();
  }

  /** The first answer that tells of the servers, else the last one. */
  private LabBench.Done asked(List<String> words, List<List<String>> ways) throws IOException {
    var bench = LabBench.in(folder);
    var done = bench.lab(with(words, ways.getFirst()));
    for (var way : ways.subList(1, ways.size())) {
      if (done.exit() != ExitCode.INCONCLUSIVE.code()
          && TOO_SLOW.stream().noneMatch(done.out()::contains)) {
        return done;
      }
      done = bench.lab(with(words, way));
    }
    return done;
  }

  private static String[] with(List<String> words, List<String> way) {
    return Stream.concat(words.stream(), way.stream()).toArray(String[]::new);
  }

  @Test
  void isInStepWithTheStages() {
    var book = Book.read(PROJECT);
    assertThat(book).isEqualTo(book.inStepWith(PROJECT.resolve("exercises")));
  }

  static List<Book.Printed> printed() {
    var printed = Book.read(PROJECT).printed();
    assertThat(printed).isNotEmpty();
    return printed;
  }

  /** Without numbers and their units, and however the lines are broken. */
  private static String masked(String text) {
    return text.replaceAll("\\d+(\\.\\d+)?", "#").replaceAll("\\s+", " ").strip();
  }
}
