package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import lab.course.SmallCourse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** {@code lab watch} as a process of its own, in a pipe and on a real terminal. */
@Tag("process")
@Timeout(180)
class WatchIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String KEYS = "a letter and enter";

  @TempDir Path folder;
  private SmallCourse course = new SmallCourse(Path.of(""));

  @BeforeEach
  void makeCourse() throws IOException {
    course = SmallCourse.in(folder.resolve("lab"));
  }

  private String workers() {
    return course.load().stage("01").orElseThrow().numbers().in("{workers}");
  }

  private static void awaitTimes(LabProcess lab, String words, int times) {
    LabProcess.await(
        times + " times \"" + words + "\"",
        PATIENCE,
        () ->
            Pattern.compile(Pattern.quote(words)).matcher(lab.said()).results().count() >= times
                || !lab.process().isAlive());
    assertThat(lab.said()).contains(words);
  }

  private static void type(LabProcess lab, String text) throws IOException {
    var keys = lab.process().outputWriter();
    keys.write(text);
    keys.flush();
  }

  @Test
  void aSaveAndAPredictionElsewhereAreCheckedAndNextComesOnlyAfterThePass() throws Exception {
    try (var lab = LabProcess.start(course.root(), "watch")) {
      awaitTimes(lab, KEYS, 1);
      assertThat(lab.said()).contains("0 of 2 fast checks hold").doesNotContain("n next stage");
      type(lab, "n\n");
      lab.awaitWords("'n' means nothing now");

      course.write("exercises/01-first/answers.yaml", "workers: " + workers() + "\n");
      lab.awaitWords("1 of 2 fast checks hold");
      assertThat(lab.said()).contains("changed: exercises/01-first/answers.yaml");
      awaitTimes(lab, KEYS, 2);

      assertThat(new LabBench(course.root()).lab("predict", workers()).exit()).isZero();
      lab.awaitWords("2 of 2 fast checks hold");
      assertThat(lab.said()).contains("changed: your record");
      awaitTimes(lab, KEYS, 3);

      type(lab, "v\n");
      lab.awaitWords("STAGE PASSED");
      lab.awaitWords("n next stage");
      assertThat(lab.said()).doesNotContain("STAGE 02");
      type(lab, "n\n");
      lab.awaitWords("STAGE 02");
      awaitTimes(lab, KEYS, 5);
      type(lab, "q\n");
      assertThat(lab.exitCode()).isZero();
    }
    assertThat(course.root().resolve(".lab/runs/r-0002")).as("only v leaves a run").doesNotExist();
  }

  @Test
  void undoAndTheReferenceAreKeysWhileThereIsSomethingToUndoOrToCompare() throws Exception {
    var answers = "exercises/01-first/answers.yaml";
    var bench = new LabBench(course.root());
    bench.lab("next");
    assertThat(bench.lab("predict", workers()).exit()).isZero();
    course.write(answers, "workers: " + workers() + "\n");
    assertThat(bench.lab("reset", "01", "--yes").exit()).isZero();
    try (var lab = LabProcess.start(course.root(), "watch")) {
      lab.awaitWords("z undo");
      assertThat(lab.said()).contains("1 of 2 fast checks hold").doesNotContain("d diff");
      type(lab, "d\n");
      lab.awaitWords("'d' means nothing now");

      type(lab, "z\n");
      lab.awaitWords("z again takes back: reset 01 (" + answers + ")");
      assertThat(course.read(answers))
          .as("it is only named")
          .doesNotContain("workers: " + workers());
      type(lab, "z\n");
      lab.awaitWords("Undone: reset 01");
      lab.awaitWords("2 of 2 fast checks hold");
      awaitTimes(lab, KEYS, 2);
      assertThat(lab.said()).as("it was not saved").doesNotContain("changed:");
      assertThat(course.read(answers)).isEqualTo("workers: " + workers() + "\n");
      type(lab, "z\n");
      lab.awaitWords("'z' means nothing now");

      type(lab, "v\n");
      lab.awaitWords("d diff with the reference");
      type(lab, "d\n");
      lab.awaitWords("The reference is one answer of many");
      type(lab, "q\n");
      assertThat(lab.exitCode()).isZero();
    }
  }

  @Test
  void aHintIsForWhatTheLastSaveShowed() throws Exception {
    var stage = "exercises/01-first/stage.yaml";
    course.write(
        stage,
        course.read(stage)
            + "  - {id: off, level: 1, when: [wrong-number], check: counted, text: Off by what?}\n");
    assertThat(new LabBench(course.root()).lab("predict", workers()).exit()).isZero();
    course.write("exercises/01-first/answers.yaml", "workers: 99\n");
    try (var lab = LabProcess.start(course.root(), "watch")) {
      awaitTimes(lab, KEYS, 1);
      type(lab, "h\n");
      lab.awaitWords("Off by what?");
      course.write("exercises/01-first/answers.yaml", "workers: " + workers() + "\n");
      lab.awaitWords("2 of 2 fast checks hold");
      awaitTimes(lab, KEYS, 2);
      type(lab, "h\n");
      lab.awaitWords("There is no hint for this.");
      assertThat(lab.said()).as("its own record is no save").doesNotContain("your record");
      type(lab, "q\n");
      assertThat(lab.exitCode()).isZero();
    }
  }

  @Test
  void asJsonWhatAKeyBringsIsALineOfItsOwn() throws Exception {
    try (var lab = LabProcess.start(course.root(), "watch", "--json")) {
      awaitTimes(lab, KEYS, 1);
      type(lab, "l\n");
      lab.awaitWords("lab/list/1");
      type(lab, "h\n");
      lab.awaitWords("lab/hint/1");
      course.write("exercises/01-first/answers.yaml", "workers: " + workers() + "\n");
      awaitTimes(lab, "lab/verify/1", 2);
      assertThat(new LabBench(course.root()).lab("predict", workers()).exit()).isZero();
      awaitTimes(lab, "lab/verify/1", 3);
      awaitTimes(lab, KEYS, 3);
      type(lab, "v\n");
      lab.awaitWords("n next stage");
      type(lab, "n\n");
      lab.awaitWords("lab/stage/1");
      awaitTimes(lab, KEYS, 5);
      type(lab, "q\n");
      assertThat(lab.exitCode()).isZero();
      var read = JsonMapper.builder().build();
      assertThat(LabProcess.text(lab.out()).lines())
          .extracting(line -> read.readTree(line).path("schema").asString())
          .contains("lab/list/1", "lab/hint/1", "lab/verify/1", "lab/stage/1");
    }
  }

  @Test
  void theEndOfTheInputEndsItAfterTheFirstPass() throws Exception {
    try (var lab = LabProcess.start(course.root(), "watch", "--plain")) {
      lab.process().outputWriter().close();
      assertThat(lab.exitCode()).isZero();
      assertThat(lab.said()).contains("0 of 2 fast checks hold");
    }
  }

  @Test
  void onceEndsWithTheExitCodeOfVerify() throws Exception {
    try (var lab = LabProcess.start(course.root(), "watch", "--once")) {
      assertThat(lab.exitCode()).isEqualTo(1);
      assertThat(lab.said()).contains("0 of 2 fast checks hold");
    }
  }

  /** The watch holds the terminal while a command that a key stands for asks how wide it is. */
  @Test
  void whatAKeyBringsFitsTheTerminal() throws Exception {
    var went = new LabBench(course.root()).lab("goto", "01", "--reference", "--this");
    assertThat(went.exit()).as(went.err()).isZero();
    try (var lab = onTerminal()) {
      lab.awaitWords("d diff with the reference");
      type(lab, "d");
      lab.awaitWords("solutions/01-first");
      assertThat(lab.said().lines().filter(line -> line.contains("The reference is one answer")))
          .singleElement()
          .satisfies(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
      type(lab, "q");
      assertThat(lab.exitCode()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"q, 0", "ctrl-c, 130", "TERM, 143", "INT, 130"})
  void theTerminalIsAsItWasHoweverItEnds(String how, int exit) throws Exception {
    try (var lab = onTerminal()) {
      lab.awaitWords("r run again");
      switch (how) {
        case "q" -> type(lab, "q");
        case "ctrl-c" -> type(lab, "\003");
        default ->
            new ProcessBuilder("kill", "-" + how, Long.toString(jvmOf(lab))).start().waitFor();
      }
      assertThat(lab.exitCode()).isZero();
      assertThat(lab.said())
          .contains("left with " + exit)
          .containsPattern("(?<!-)isig")
          .containsPattern("(?<!-)icanon")
          .containsPattern("(?<!-)\\becho\\b");
    }
  }

  private static long jvmOf(LabProcess lab) {
    return lab.process()
        .descendants()
        .filter(child -> child.info().command().filter(word -> word.endsWith("java")).isPresent())
        .findFirst()
        .orElseThrow()
        .pid();
  }

  private LabProcess onTerminal() throws IOException {
    return LabProcess.onTerminal(course.root(), "watch");
  }
}
