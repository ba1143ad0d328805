package lab.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lab.check.evidence.Arm;
import lab.stack.StackSettings;

/** Controls that several verifications share, as long as they were measured on a fit machine. */
final class Controls {
  private final boolean kept;
  private final Map<Key, Arm> arms = new HashMap<>();

  /**
   * What a control was measured for.
   *
   * @param stage its folder's name
   * @param load the load's id
   * @param settings the sizes of the reference solution
   */
  record Key(String stage, String load, StackSettings settings) {}

  private Controls(boolean kept) {
    this.kept = kept;
  }

  /** Each verification measures its own. */
  static Controls ofOne() {
    return new Controls(false);
  }

  /** The first fit one serves all. */
  static Controls ofSession() {
    return new Controls(true);
  }

  Optional<Arm> of(Key key) {
    return Optional.ofNullable(arms.get(key));
  }

  /**
   * A control from an unfit machine would make all that follow inconclusive: it is not kept. Nor
   * may one be that misses an SLO, which whoever judges has to see to.
   */
  void keep(Key key, Arm control) {
    if (kept && control.health().fit()) {
      arms.put(key, control);
    }
  }
}
