package lab.cli.watch;

import java.util.EnumSet;
import java.util.Set;
import lab.cli.course.Desk;
import lab.course.stage.Stage;

/** The keys that mean something here and now, of those that do not always. */
final class Offered {
  private Offered() {}

  /**
   * The keys of a desk as it is.
   *
   * @param passes whether the stage is on record as passed, and nothing seen now speaks against it
   */
  static Set<Key> keys(Desk desk, Stage stage, boolean passes) {
    var keys = EnumSet.noneOf(Key.class);
    if (passes) {
      keys.add(Key.NEXT);
    }
    if (desk.standing().mayCompare(stage)) {
      keys.add(Key.DIFF);
    }
    if (desk.journal().progress().lastAct().isPresent()) {
      keys.add(Key.UNDO);
    }
    return keys;
  }
}
