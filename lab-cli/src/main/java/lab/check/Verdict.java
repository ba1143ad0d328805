package lab.check;

import java.util.List;

/** What follows from the evidence for one check. */
public enum Verdict {
  /** The claim holds. */
  PASS,
  /** The claim does not hold, and that is the learner's to mend. */
  FAIL,
  /** The machine was too noisy to tell; says nothing about the learner. */
  INCONCLUSIVE,
  /** Even the control did not do what it must: the machine or its settings are not fit. */
  ENV_INVALID,
  /** A fault of the lab itself. */
  LAB_ERROR,
  /** Not judged: it waits for another check, or this version cannot judge it. */
  SKIPPED;

  /** In order of what a person should hear about first. */
  private static final List<Verdict> WORST_FIRST =
      List.of(LAB_ERROR, FAIL, ENV_INVALID, INCONCLUSIVE, PASS, SKIPPED);

  /** Whether the machine is in doubt, so that nothing is said of what was judged. */
  public boolean isUndecided() {
    return this == INCONCLUSIVE || this == ENV_INVALID;
  }

  /** The verdict over several checks: the one that a person should hear about first. */
  public static Verdict over(List<Verdict> verdicts) {
    return WORST_FIRST.stream().filter(verdicts::contains).findFirst().orElse(SKIPPED);
  }
}
