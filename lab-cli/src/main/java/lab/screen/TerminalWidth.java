package lab.screen;

import java.io.IOException;
import java.util.Optional;

/** How wide lines may be that are written once and not repainted. */
public final class TerminalWidth {
  private static final int WITHOUT_TERMINAL = 100;

  private TerminalWidth() {}

  /** The columns that the person set in COLUMNS, or else the terminal's; at least 10. */
  public static int columns() {
    return columns(Optional.ofNullable(System.getenv("COLUMNS")));
  }

  /**
   * The terminal's columns.
   *
   * @param wanted what the person set in COLUMNS, if anything
   */
  static int columns(Optional<String> wanted) {
    var set = wanted.filter(text -> text.matches("\\d{2,4}")).map(Integer::valueOf);
    if (set.isPresent()) {
      return set.get();
    }
    if (Optional.ofNullable(System.console()).filter(console -> console.isTerminal()).isEmpty()) {
      return WITHOUT_TERMINAL;
    }
    int columns = SystemTerminal.columnsOfHeld().orElseGet(TerminalWidth::ofNewlyOpened);
    return columns > 0 ? columns : WITHOUT_TERMINAL;
  }

  private static int ofNewlyOpened() {
    try (var terminal = SystemTerminal.open(true)) {
      return terminal.getSize().getColumns();
    } catch (IOException noTerminal) {
      return 0;
    }
  }
}
