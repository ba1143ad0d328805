package lab.check.judge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.check.CheckResult;
import lab.check.CheckResult.Reason;
import lab.check.Verdict;
import lab.check.spec.CheckSpec;

/** Makes results. */
public final class Results {
  private Results() {}

  static CheckResult of(
      CheckSpec spec,
      Verdict verdict,
      String headline,
      Optional<Reason> reason,
      List<String> signs,
      Map<String, Double> figures) {
    return new CheckResult(spec.id(), spec.title(), verdict, headline, reason, signs, figures);
  }

  static CheckResult pass(CheckSpec spec, String headline) {
    return of(spec, Verdict.PASS, headline, Optional.empty(), List.of(), Map.of());
  }

  public static CheckResult fail(CheckSpec spec, String headline, Reason reason, String... signs) {
    return of(spec, Verdict.FAIL, headline, Optional.of(reason), List.of(signs), Map.of());
  }

  /**
   * A check that was not judged.
   *
   * @param because such as {@code waits for config-loads}
   */
  public static CheckResult skipped(CheckSpec spec, String because) {
    return of(spec, Verdict.SKIPPED, because, Optional.empty(), List.of(), Map.of());
  }
}
