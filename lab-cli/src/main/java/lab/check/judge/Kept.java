package lab.check.judge;

import java.util.List;
import java.util.Optional;
import lab.check.evidence.Arm;
import lab.check.spec.CheckKind.Traffic;
import lab.load.sample.Crowded;

/** Whether an arm that is played only once keeps an SLO, as far as its machine lets it be said. */
enum Kept {
  YES,
  NO,
  /** The machine was not fit, or so busy that a bound may be missed for that. */
  CANNOT_TELL;

  static Kept of(Traffic traffic, Arm arm, Optional<Arm> control) {
    if (!Sent.faults(arm).isEmpty()) {
      return CANNOT_TELL;
    }
    var view = LaneView.of(arm, traffic, control);
    var broken =
        new Claims(traffic, view, control).all().stream().filter(claim -> !claim.kept()).toList();
    if (broken.isEmpty()) {
      return YES;
    }
    return isTheirFault(arm, broken) ? CANNOT_TELL : NO;
  }

  /** A neighbour makes a right answer miss a bound narrowly, and no wrong answer keep one. */
  static boolean isTheirFault(Arm arm, List<Claim> broken) {
    return Crowded.somewhatBy(arm.health().othersShare()) && broken.stream().noneMatch(Claim::far);
  }

  /** Why nothing can be said of an arm. */
  static String doubt(Arm arm) {
    var faults = Sent.faults(arm);
    return faults.isEmpty()
        ? "missed so narrowly that other programs, with %.0f %% of the processor time, may be at fault"
            .formatted(arm.health().othersShare() * 100)
        : String.join("; ", faults);
  }
}
