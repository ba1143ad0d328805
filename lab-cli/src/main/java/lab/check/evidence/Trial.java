package lab.check.evidence;

import java.util.Optional;

/**
 * The learner's configuration under a load, beside the control of the same session.
 *
 * @param control the reference configuration under the same load; empty where the stage asks for
 *     none
 * @param yours the learner's
 */
public record Trial(Optional<Arm> control, Arm yours) {}
