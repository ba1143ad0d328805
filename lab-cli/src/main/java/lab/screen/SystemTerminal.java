package lab.screen;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The terminal that the lab was started on: there is one, and one screen holds it at a time. */
public final class SystemTerminal {
  private static final AtomicReference<Optional<Terminal>> LAST =
      new AtomicReference<>(Optional.empty());

  private SystemTerminal() {}

  /**
   * Opens it without asking it what it can do: a program that reads the answers takes what the
   * person has typed ahead with them, and a terminal that does not answer is waited for.
   *
   * @param orDumb whether one without any ability will do where there is none
   * @throws IOException when there is none, and it will not do
   */
  public static Terminal open(boolean orDumb) throws IOException {
    var terminal =
        TerminalBuilder.builder().system(true).dumb(orDumb).graphemeCluster(false).build();
    LAST.set(Optional.of(terminal));
    return terminal;
  }

  /** Columns of the terminal that a screen holds; to open it beside that gives a dumb one. */
  static OptionalInt columnsOfHeld() {
    try {
      var held = LAST.get();
      return held.isPresent()
          ? OptionalInt.of(held.get().getSize().getColumns())
          : OptionalInt.empty();
    } catch (IllegalStateException closed) {
      return OptionalInt.empty();
    }
  }
}
