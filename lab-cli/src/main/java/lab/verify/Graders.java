package lab.verify;

import java.nio.file.Path;
import lab.check.CheckResult;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;

/** The graders of write-ups and of snippets, each a part of the lab of its own. */
public interface Graders {
  /**
   * Grades a section of a write-up.
   *
   * @param file the learner's write-up; it may be missing
   */
  CheckResult findings(CheckSpec check, CheckKind.Findings kind, Path file);

  /**
   * Grades a snippet.
   *
   * @param file the learner's; it may be missing
   * @param spec the hidden checks
   */
  CheckResult snippet(CheckSpec check, CheckKind.Snippet kind, Path file, Path spec)
      throws InterruptedException;
}
