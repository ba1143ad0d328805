package lab.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.check.CheckResult;
import lab.check.Verdict;
import lab.cli.watch.Agenda.Work;
import lab.course.SmallCourse;
import lab.course.stage.Stage;
import lab.screen.Ink;
import lab.verify.Verified;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WatchTextTest {
  private static final String PASSED = "STAGE PASSED";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path root;

  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  @BeforeEach
  void makeCourse() throws IOException {
    stage = SmallCourse.in(root).load().stage("02").orElseThrow();
  }

  private String footer(Work work, Verdict verdict, boolean done) {
    var loads =
        new CheckResult("loads", "It loads", verdict, "", Optional.empty(), List.of(), Map.of());
    var verified =
        new Verified(
            Verified.SCHEMA,
            stage.id(),
            "r-0001",
            Instant.EPOCH,
            1,
            verdict,
            1,
            2,
            List.of(loads),
            List.of(),
            List.of(),
            List.of(),
            0,
            1);
    var text = new WatchText(stage, work, new Ink(false), 100);
    return String.join("\n", text.footer(verified, done));
  }

  @ParameterizedTest
  @EnumSource(value = Verdict.class, mode = EnumSource.Mode.EXCLUDE, names = "PASS")
  void aStageThatIsDoneIsNotPassedOnceMoreByAVerdictThatIsNoPass(Verdict verdict) {
    assertThat(footer(Work.FULL, verdict, true)).doesNotContain(PASSED);
  }

  @Test
  void aPassThatIsOnRecordIsSaid() {
    assertThat(footer(Work.FULL, Verdict.PASS, true)).contains(PASSED);
    assertThat(footer(Work.FULL, Verdict.PASS, false)).doesNotContain(PASSED);
  }

  @Test
  void aStageThatIsDoneMayBeOneWithTheReferenceAnswer() {
    assertThat(footer(Work.FAST, Verdict.PASS, true))
        .contains("This stage is done: n goes on")
        .doesNotContain("passed");
  }
}
