package lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.check.CheckResult;
import lab.check.CheckResult.Reason;
import lab.check.Verdict;
import lab.course.Course;
import lab.course.stage.Stage;
import lab.course.variation.Learner;
import lab.stack.StateFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifiedTest {
  /** A neighbour during the replay of the shipped file once took a proven routing back. */
  @Test
  void aDoubtOfWhatEditsBuyTakesNoPassBack() {
    var stage =
        Course.load(Path.of("..", "exercises"), Learner.anybody()).stage("08").orElseThrow();
    for (var doubt : List.of(Verdict.INCONCLUSIVE, Verdict.ENV_INVALID)) {
      assertThat(open(stage, "causality", doubt)).isEmpty();
      assertThat(open(stage, "served-by", doubt)).containsExactly("served-by");
    }
    for (var fault : List.of(Verdict.FAIL, Verdict.LAB_ERROR, Verdict.SKIPPED)) {
      assertThat(open(stage, "causality", fault)).containsExactly("causality");
    }
  }

  /** What stands in the way when one check comes out as told, and all others pass. */
  private static List<String> open(Stage stage, String check, Verdict verdict) {
    var checks =
        stage.checks().stream()
            .map(spec ->
                new CheckResult(
                    spec.id(),
                    spec.title(),
                    spec.id().equals(check) ? verdict : Verdict.PASS,
                    "",
                    Optional.empty(),
                    List.of(),
                    Map.of()))
            .toList();
    var open = verified(Verdict.PASS, checks).open(stage).stream().map(CheckResult::check).toList();
    assertThat(Verified.over(stage, checks))
        .isEqualTo(open.isEmpty() || verdict == Verdict.SKIPPED ? Verdict.PASS : verdict);
    return open;
  }

  private static Verified verified(Verdict verdict, List<CheckResult> checks) {
    return new Verified(
        Verified.SCHEMA,
        "02-capacity",
        "r-0001",
        Instant.EPOCH,
        1,
        verdict,
        2,
        2,
        checks,
        List.of(),
        List.of(),
        List.of(),
        0,
        1);
  }

  @Test
  void verificationsFromBeforePredictionsWereTakenUpCanBeRead(@TempDir Path folder)
      throws Exception {
    var file = folder.resolve("verify.json");
    StateFiles.write(file, verified(Verdict.PASS, List.of()));
    var text = Files.readString(file);
    var old = text.replaceAll("\"foretold\" ?: ?\\[ ?\\],?", "");
    assertThat(old).isNotEqualTo(text);
    Files.writeString(file, old);

    assertThat(StateFiles.read(file, Verified.class).orElseThrow().foretold()).isEmpty();
  }

  @Test
  void resultsFromBeforeWriteUpsEarnedTheirOwnPointsCanBeRead(@TempDir Path folder)
      throws Exception {
    var file = folder.resolve("result.json");
    var result =
        new CheckResult(
            "a",
            "A",
            Verdict.PASS,
            "well",
            Optional.empty(),
            List.of(),
            Map.of(),
            Optional.empty());
    StateFiles.write(file, result);
    var text = Files.readString(file);
    var old = text.replaceAll(",\\s*\"credit\" ?: ?null", "");
    assertThat(old).isNotEqualTo(text);
    Files.writeString(file, old);

    assertThat(StateFiles.read(file, CheckResult.class)).contains(result);
    assertThat(result.earned(5)).isEqualTo(5);
  }

  @Test
  void reasonsFromBeforeLinesWereShownCanBeRead(@TempDir Path folder) throws Exception {
    var file = folder.resolve("reason.json");
    var reason = new Reason("wanted", "saw", List.of(), "why", List.of("lab doctor"));
    StateFiles.write(file, reason);
    var text = Files.readString(file);
    var old = text.replaceAll(",\\s*\"excerpts\" ?: ?\\[ ?\\]", "");
    assertThat(old).isNotEqualTo(text);
    Files.writeString(file, old);

    assertThat(StateFiles.read(file, Reason.class)).contains(reason);
  }
}
