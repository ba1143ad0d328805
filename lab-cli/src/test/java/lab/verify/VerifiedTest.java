package lab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class VerifiedTest {
  @TempDir private Path folder;

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

  /** The same as a lab wrote it that did not know one of the fields. */
  private <T> T withoutField(T value, String field, Class<T> type) throws IOException {
    var file = folder.resolve("old.json");
    StateFiles.write(file, value);
    var tree = (ObjectNode) JsonMapper.builder().build().readTree(Files.readString(file));
    assertThat(tree.remove(field)).as(field).isNotNull();
    Files.writeString(file, tree.toString());
    return StateFiles.read(file, type).orElseThrow();
  }

  @Test
  void verificationsFromBeforePredictionsWereTakenUpCanBeRead() throws IOException {
    var verified = verified(Verdict.PASS, List.of());
    assertThat(withoutField(verified, "foretold", Verified.class)).isEqualTo(verified);
  }

  @Test
  void resultsFromBeforeWriteUpsEarnedTheirOwnPointsCanBeRead() throws IOException {
    var result =
        new CheckResult("a", "A", Verdict.PASS, "well", Optional.empty(), List.of(), Map.of());
    assertThat(withoutField(result, "credit", CheckResult.class)).isEqualTo(result);
    assertThat(result.earned(5)).isEqualTo(5);
  }

  @Test
  void reasonsFromBeforeLinesWereShownCanBeRead() throws IOException {
    var reason = new Reason("wanted", "saw", List.of(), "why", List.of("lab doctor"));
    assertThat(withoutField(reason, "excerpts", Reason.class)).isEqualTo(reason);
  }
}
