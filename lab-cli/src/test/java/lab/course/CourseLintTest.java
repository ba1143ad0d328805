package lab.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseLintTest {
  private static final String SECOND = "exercises/02-second/stage.yaml";

  @TempDir Path root;
  private SmallCourse course = new SmallCourse(Path.of(""));

  @BeforeEach
  void makeCourse() throws IOException {
    course = SmallCourse.in(root);
  }

  private List<String> told() {
    return new CourseLint(root)
        .look().problems().stream()
            .map(problem -> problem.where() + " " + problem.what() + " " + problem.next())
            .toList();
  }

  private void add(String what, String line) throws IOException {
    course.write(SECOND, course.read(SECOND).replace(what + ":\n", what + ":\n  - " + line + "\n"));
  }

  @Test
  void theShippedStagesHaveNoFaults() {
    assertThat(new CourseLint(Path.of("..").toAbsolutePath().normalize()).look().problems())
        .isEmpty();
  }

  @Test
  void anAnswerWithoutAFileIsToldByLine() throws IOException {
    course.write(
        SECOND,
        course.read(SECOND)
            + "right:\n  - {id: other, because: so}\n  - {id: more, because: so}\n"
            + "wrong:\n  - {id: half, fails: loads, hint: any, because: so}\n");
    course.write("exercises/02-second/right/more/stack.yaml", "sync-workers: 4\n");
    assertThat(told())
        .anyMatch(line ->
            line.matches(
                SECOND
                    + ":\\d+ The right answer 'other' has no file\\. Write one of the owned files below"
                    + " exercises/02-second/right/other\\."))
        .anyMatch(line -> line.contains("The wrong answer 'half' has no file."))
        .noneMatch(line -> line.contains("'more'"));
  }

  @Test
  void aHintForASignThatItsCheckCannotGiveIsTold() throws IOException {
    add("hints", "{id: pool, level: 2, when: [pool-full, syntax], check: loads, text: Whose?}");
    assertThat(told())
        .contains(
            SECOND
                + ":11 The hint 'pool' waits for 'pool-full', which the check 'loads' cannot give."
                + " One of: machine-busy, syntax.")
        .noneMatch(line -> line.contains("'pool' waits for 'syntax'"));
  }

  @Test
  void helpThatWouldNeverComeIsToldByLine() throws IOException {
    add("misconceptions", "{id: idle, when: [queue-grows], text: Who waits?}");
    assertThat(told())
        .anyMatch(line -> line.startsWith(SECOND + ":17 The misconception 'idle' waits"))
        .anyMatch(line -> line.startsWith(SECOND + ":9 The check 'writes' has no hint of level 1"))
        .anyMatch(line ->
            line.startsWith("exercises/01-first/stage.yaml:12 The check 'guessed' comes before"));
  }

  @Test
  void aCheckWithPointsHasAQuestionAPointerAndAStep() throws IOException {
    var told = SECOND + ":9 The check 'writes' has no hint of level ";
    add("hints", "{id: what, level: 1, check: writes, text: What did you see?}");
    assertThat(told())
        .noneMatch(line -> line.startsWith(told + "1"))
        .anyMatch(line -> line.startsWith(told + "2. Add a pointer: a hint with check: writes."))
        .anyMatch(line -> line.startsWith(told + "3. Add a step"));
    add("hints", "{id: where, level: 2, check: writes, text: Which run?}");
    add("hints", "{id: line, level: 3, check: writes, text: Cite it.}");
    assertThat(told()).noneMatch(line -> line.startsWith(told));
  }

  @Test
  void filesThatNoStageSpeaksOfAreTold() throws IOException {
    course.write("exercises/02-second/wrong/forgotten/stack.yaml", "sync-workers: 9\n");
    course.write("solutions/02-second/notes.md", "x\n");
    course.write("solutions/02-second/.DS_Store", "x\n");
    course.write("solutions/09-gone/answers.yaml", "x\n");
    course.write("solutions/README.md", "x\n");
    assertThat(told())
        .anyMatch(line ->
            line.startsWith("exercises/02-second/wrong/forgotten ")
                && line.contains("is no wrong answer of " + SECOND))
        .anyMatch(line ->
            line.startsWith("solutions/02-second/notes.md ")
                && line.contains("no file that stage 02 owns"))
        .anyMatch(line -> line.startsWith("solutions/09-gone solutions/09-gone belongs to no"))
        .noneMatch(line -> line.contains("DS_Store") || line.contains("README"));
  }

  @Test
  void aWrongAnswersFileThatTheStageDoesNotOwnIsTold() throws IOException {
    course.write("exercises/02-second/wrong/more/stack.yaml", "sync-workers: 9\n");
    course.write("exercises/02-second/wrong/more/stack.yml", "sync-workers: 9\n");
    course.write(
        SECOND,
        course.read(SECOND) + "wrong:\n  - {id: more, fails: loads, hint: any, because: Same.}\n");
    assertThat(told())
        .anyMatch(line -> line.startsWith("exercises/02-second/wrong/more/stack.yml "))
        .noneMatch(line -> line.contains("more/stack.yaml") || line.contains("is no wrong answer"));
  }

  @Test
  void textThatIsNotFinishedIsToldByLine() throws IOException {
    course.write("exercises/01-first/README.md", "# 01 First\n\nTODO: the surprise\n");
    course.write("solutions/02-second/stack.yaml", "sync-workers: 3 # FIXME\n");
    assertThat(told())
        .anyMatch(line -> line.startsWith("exercises/01-first/README.md:3 The line says TODO."))
        .anyMatch(line -> line.startsWith("solutions/02-second/stack.yaml:1 The line says FIXME."));
  }

  @Test
  void aNeededStageThatDoesNotComeBeforeIsToldByLine() throws IOException {
    course.write(SECOND, course.read(SECOND).replace("needs: [\"01\"]", "needs: [\"03\"]"));
    assertThat(told()).anyMatch(line -> line.startsWith(SECOND + ":4 'needs' names stage 03"));
  }

  @Test
  void aHintForAnyCheckMayWaitForWhatOneOfThemGives() throws IOException {
    add("hints", "{id: some, level: 2, when: [to-be-read], text: Who reads it?}");
    add("hints", "{id: none, level: 2, when: [loop-held], text: Whose loop?}");
    assertThat(told())
        .anyMatch(line ->
            line.contains("The hint 'none' waits for 'loop-held', which no check of this stage"))
        .noneMatch(line -> line.contains("The hint 'some'"));
  }

  @Test
  void aMisconceptionThatNobodyWouldBeAskedAboutIsTold() throws IOException {
    add("misconceptions", "{id: idle, when: [queue-grows], text: Who waits?}");
    add("misconceptions", "{id: any, text: Who waits?}");
    add("misconceptions", "{id: word, when: [syntax], check: writes, text: Which word?}");
    assertThat(told())
        .anyMatch(line -> line.contains("The misconception 'idle' waits for 'queue-grows'"))
        .anyMatch(line ->
            line.contains(
                "The misconception 'word' waits for 'syntax', which the check 'writes' cannot"))
        .noneMatch(line -> line.contains("'any'"));
  }

  @Test
  void aClaimOfASnippetIsASignOfItsCheckAndOfNoOther() throws IOException {
    course.write(
        "exercises/02-second/sum.yaml",
        "checks:\n  - {id: growth, title: It grows, hints: [What stays?]}\n");
    add(
        "checks",
        "{id: sum, title: It adds up, kind: snippet, file: sum.jsh, spec: sum.yaml, points: 1, rationale: Because.}");
    add("misconceptions", "{id: shrinks, when: [growth], check: sum, text: Less than nothing?}");
    add("misconceptions", "{id: loading, when: [growth], check: loads, text: Less than nothing?}");
    assertThat(told())
        .anyMatch(line -> line.contains("The misconception 'loading' waits for 'growth'"))
        .noneMatch(line -> line.contains("'shrinks'"))
        .noneMatch(line -> line.contains("'sum.growth'"));
  }

  @Test
  void aPredictionBeforeARunThatNoCheckAsksForIsTold() throws IOException {
    var first = "exercises/01-first/stage.yaml";
    var told = "The check 'guessed' comes before lab run incident, and no check asks for that run.";
    assertThat(told()).anyMatch(line -> line.contains(told));
    var run =
        "  - {id: ran, title: You ran, kind: run-recorded, scenario: incident, upstreams: [%s], points: 1, rationale: Because.}\n";
    var shipped = course.read(first);
    course.write(first, shipped.replace("checks:\n", "checks:\n" + run.formatted("pooled")));
    assertThat(told()).anyMatch(line -> line.contains(told));
    course.write(first, shipped.replace("checks:\n", "checks:\n" + run.formatted("as-is")));
    assertThat(told()).noneMatch(line -> line.contains(told));
  }
}
