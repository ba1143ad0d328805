package lab.cli.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lab.course.Course;
import lab.course.variation.Learner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages of shipped checks say that they measure. */
class CoursePagesTest {
  private static final CoursePages PAGES =
      new CoursePages(Course.load(Path.of("..", "exercises"), Learner.anybody()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          11/nobody-hangs    | lane check, judged from second 20 to 50 of the load, within 12 s, answered at all: 0.95 or more
          11/recovers        | judged from second 60 to 75 of the load
          06/lie-seen        | lab run check-feed --upstream async --blocking-feed; 45 s or longer; of lane check, not answered with 2xx: 0.5 or more of all.
          06/hash-seen       | lab run hash --upstream async, lab run hash --upstream sync; each 45 s or longer.
          08/hash-kept-apart | every thread of its mode held by hashes: 0.1 or less of the time
          08/served-by       | an answer from a cache may be 7 s old: 2 s, and one poll of up to 5 s while the next one is on its way.
          11/real-answers    | an answer from a cache may be 50 s old: 45 s, and one poll of up to 5 s
          08/title-kept-apart | every thread of its mode held by hashes: 0.1 or less of the time
          """)
  void aPageSaysAllThatTheCheckMeasures(String check, String words) {
    assertThat(PAGES.page(check).orElseThrow()).contains(words);
  }

  @ParameterizedTest
  @CsvSource({"11/streams-stay", "08/title-answers"})
  void whereTheWholeLoadCountsNoPartOfItIsNamed(String check) {
    assertThat(PAGES.page(check).orElseThrow()).doesNotContain("judged from second");
  }
}
