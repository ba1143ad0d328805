package lab.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lab.check.CheckResult;
import lab.check.CheckResult.Reason;
import lab.check.Verdict;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;
import lab.problem.FaultyFileException;
import lab.problem.Problem;
import lab.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolationTest {
  private static final CheckSpec CHECK =
      new CheckSpec(
          "answers",
          "It answers",
          new CheckKind.NginxLoads(),
          List.of(),
          1,
          Duration.ofSeconds(5),
          false,
          "why");

  @TempDir private Path root;

  private CheckResult judge(RuntimeException failure) throws IOException, InterruptedException {
    return isolation()
        .judge(
            CHECK,
            () -> {
              throw failure;
            });
  }

  private Isolation isolation() {
    return new Isolation(root, root.resolve(".lab"));
  }

  private static Reason reason(CheckResult result) {
    return result.reason().orElseThrow();
  }

  @Test
  void aFaultInAFileFailsTheCheckWithItsPlaceAndTheNextStep() throws Exception {
    var where = root.resolve("nginx/nginx.conf") + ":7";
    var result =
        judge(
            new FaultyFileException(
                List.of(
                    new Problem("unknown directive \"locatio\"", where, "lab nginx check"),
                    new Problem("unknown variable", "nginx does not say where", "lab doctor"))));
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.headline()).isEqualTo("nginx/nginx.conf:7: unknown directive \"locatio\"");
    assertThat(reason(result).saw()).isEqualTo("2 faults");
    assertThat(reason(result).proof())
        .containsExactly(
            "nginx/nginx.conf:7\nunknown directive \"locatio\"",
            "nginx does not say where\nunknown variable");
    assertThat(reason(result).again()).containsExactly("lab nginx check", "lab doctor");
  }

  @Test
  void aFaultWithoutALineIsToldAllTheSame() throws Exception {
    var problem = new Problem("unknown variable", "nginx does not say where", "lab nginx check");
    assertThat(judge(new FaultyFileException(List.of(problem))).headline())
        .isEqualTo("unknown variable");
  }

  @Test
  void aMachineThatIsNotFitEndsEverything() {
    var missing = new ProblemException(new Problem("nginx is not installed.", "", "install it"));
    assertThatThrownBy(() -> judge(missing)).isSameAs(missing);
    var full = new UncheckedIOException(new IOException("No space left on device"));
    assertThatThrownBy(() -> judge(new IllegalStateException(full))).hasCause(full);
  }

  @Test
  void aBugIsToldAsOneAndItsTraceIsKept() throws Exception {
    var result = judge(new IllegalStateException("seven is no color"));
    assertThat(result.verdict()).isEqualTo(Verdict.LAB_ERROR);
    assertThat(result.headline()).contains("a bug in the lab", "seven is no color");
    var proof = reason(result).proof().getFirst();
    assertThat(proof).startsWith("the trace is in .lab/bugs/bug-");
    assertThat(root.resolve(proof.substring("the trace is in ".length())))
        .content()
        .contains("seven is no color", "at lab.verify.IsolationTest");
  }

  @Test
  void oneBugThatSpoilsSeveralChecksIsKeptOnce() throws Exception {
    var bug = new IllegalStateException("seven is no color");
    var isolation = isolation();
    for (int at = 0; at < 2; at++) {
      isolation.judge(
          CHECK,
          () -> {
            throw bug;
          });
    }
    try (var kept = Files.list(root.resolve(".lab/bugs"))) {
      assertThat(kept).hasSize(1);
    }
  }

  @Test
  void aDiskThatTakesNoTraceHidesNoBug() throws Exception {
    Files.writeString(root.resolve(".lab"), "a file where a folder should be");
    var result = judge(new IllegalStateException("seven is no color"));
    assertThat(result.verdict()).isEqualTo(Verdict.LAB_ERROR);
    assertThat(reason(result).proof()).containsExactly("its trace could not be saved in .lab/bugs");
  }
}
