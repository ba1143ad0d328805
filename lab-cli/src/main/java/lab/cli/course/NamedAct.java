package lab.cli.course;

import java.util.Optional;
import lab.course.journal.Progress;
import lab.course.journal.Progress.Act;

/**
 * The act that the key z would take back. It may be hours old, or of another stage: so it is named
 * first, and only z once more takes it back.
 */
public final class NamedAct {
  private Optional<Act> named = Optional.empty();

  /** Names the last act; empty where that has just been done, or where there is none. */
  public Optional<String> name(Progress progress) {
    var act = progress.lastAct().filter(last -> !named.equals(Optional.of(last)));
    named = act;
    return act.map(
        last -> "z again takes back: " + last.why() + " (" + String.join(", ", last.files()) + ")");
  }

  /** Something else was done meanwhile. */
  public void forget() {
    named = Optional.empty();
  }
}
