package lab.cli.course;

import lab.check.spec.CheckKind;

/** Which kinds of checks this version of the lab judges; the others are skipped, never passed. */
public final class BuiltKinds {
  private BuiltKinds() {}

  /** Whether checks of this kind are judged. A stage that was passed without is open again then. */
  public static boolean judges(CheckKind kind) {
    return switch (kind) {
      case CheckKind.NginxLoads _,
          CheckKind.Prediction _,
          CheckKind.RunRecorded _,
          CheckKind.Answer _,
          CheckKind.Traffic _,
          CheckKind.ServedBy _,
          CheckKind.Causality _,
          CheckKind.CapacityPlan _ ->
          true;
      case CheckKind.Findings _, CheckKind.Snippet _, CheckKind.NotInThisVersion _ -> false;
    };
  }
}
