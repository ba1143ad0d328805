package lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.check.CheckResult;
import lab.check.CheckResult.Reason;
import lab.check.Verdict;
import lab.course.Course;
import lab.course.variation.Learner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped stages say of seeing a failure again. */
class AgainTest {
  @ParameterizedTest
  @CsvSource({
    "08, check-feed-survives, lab run incident",
    "12, checks-in-time, lab run incident",
    // lab run cannot make the feed hang, and has no lanes of a stage's own.
    "11, nobody-hangs, lab verify 11 --check nobody-hangs",
    "01, app-answers, lab verify 01 --check app-answers"
  })
  void aFailureIsSeenAgainByACommandThatMakesTheSameLoad(String number, String id, String command) {
    var stage =
        Course.load(Path.of("..", "exercises"), Learner.anybody()).stage(number).orElseThrow();
    var check = stage.check(id).orElseThrow();
    var load = check.kind().load().flatMap(stage::load).orElseThrow();
    assertThat(Again.of(stage, check, load)).containsExactly(command);
  }

  /** At another stage these would do something else. */
  @ParameterizedTest
  @CsvSource({
    "lab verify, lab verify 08",
    "lab hint, lab hint 08",
    "lab verify --check stream, lab verify 08 --check stream",
    "lab verify --speed 5, lab verify 08 --speed 5",
    "lab verify 11 --check stream, lab verify 11 --check stream",
    "lab doctor, lab doctor",
    "edit the lab verify, edit the lab verify"
  })
  void aCommandAboutTheStageNamesIt(String said, String shown) {
    var stage =
        Course.load(Path.of("..", "exercises"), Learner.anybody()).stage("08").orElseThrow();
    var reason = new Reason("wanted", "saw", List.of("proof"), "why", List.of("lab doctor", said));
    var result =
        new CheckResult(
            "it", "title", Verdict.FAIL, "few", Optional.of(reason), List.of("late"), Map.of());
    assertThat(Again.in(stage, result))
        .isEqualTo(
            new CheckResult(
                "it",
                "title",
                Verdict.FAIL,
                "few",
                Optional.of(reason.withAgain(List.of("lab doctor", shown))),
                List.of("late"),
                Map.of()));
  }
}
