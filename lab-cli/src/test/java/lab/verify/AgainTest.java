package lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
}
