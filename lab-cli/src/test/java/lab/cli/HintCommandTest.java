package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Which hint is given: the next level, of the check that was last seen to fail. */
class HintCommandTest extends OnSmallCourse {
  @Test
  void aHintAfterThePredictionIsForWhatComesNext() {
    bench.lab("next");
    assertThat(bench.lab("hint").out()).contains("What do you expect?");
    bench.lab("predict", "2");
    assertThat(bench.lab("hint").out()).contains("About    You counted", "Who answers?");
  }

  @Test
  void hintsGoUpOneLevelAtATimeAndAreOnRecord() {
    bench.pass("01", "guessed", "counted");
    bench.lab("next", "02");
    assertThat(bench.lab("hint").out())
        .contains("HINT 1 of 3, a question", "Which line?", "2 more");
    assertThat(bench.lab("hint").out()).contains("Look at 2 workers.");
    assertThat(bench.lab("hint", "--level", "3").out()).contains("Do it.", "none for this check");
    assertThat(bench.lab("hint", "--level", "4").exit()).isEqualTo(2);
    assertThat(bench.lab("hint", "03").exit()).isEqualTo(5);
    assertThat(bench.course().journal().progress().of("02").hints().keySet())
        .containsExactly("any", "deeper", "deepest");
    assertThat(bench.course().journal().progress().stage()).contains("02");
  }

  @Test
  void aHintIsForWhatWasSeenLastOfEachCheck() throws IOException {
    var stage = "exercises/01-first/stage.yaml";
    bench
        .course()
        .write(
            stage,
            bench.course().read(stage)
                + "  - {id: off, level: 1, when: [wrong-number], check: counted, text: Off by what?}\n");
    bench.lab("next");
    bench.lab("predict", "2");
    bench.course().write("exercises/01-first/answers.yaml", "workers: 7\n");
    bench.lab("verify", "--check", "counted");
    assertThat(bench.lab("hint").out()).contains("About    You counted", "Off by what?");
    bench.lab("verify");
    bench.course().write("exercises/01-first/answers.yaml", "workers: 2\n");
    bench.lab("verify", "--fast");
    assertThat(bench.lab("hint").out()).contains("There is no hint for this.");
    int entries = bench.course().journal().entries().size();
    bench.lab("verify", "--fast");
    assertThat(bench.course().journal().entries()).as("nothing new was seen").hasSize(entries);
    assertThat(bench.lab("next", "02").exit()).as("not passed by that").isEqualTo(5);
  }

  @Test
  void aHintForAnotherCheckIsToBeHad() {
    bench.lab("next");
    bench.lab("verify");
    var first = bench.lab("hint", "01").out();
    assertThat(first)
        .contains("What do you expect?", "Saw      no prediction on record")
        .contains("Also     lab hint 01 --check counted");
    assertThat(bench.lab("hint", "01", "--check", "counted").out())
        .contains("About    You counted", "Who answers?");
    var wrong = bench.lab("hint", "01", "--check", "count");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("Stage 01 has no check 'count'. It has: guessed, counted.");
    assertThat(bench.lab("explain", "01/counted").out()).contains("lab hint 01 --check counted");
    assertThat(bench.lab("verify", "01").out())
        .contains("lab hint 01   lab explain 01/guessed   lab hint 01 --check counted");
  }
}
