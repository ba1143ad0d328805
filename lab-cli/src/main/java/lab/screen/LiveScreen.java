package lab.screen;

import java.io.IOException;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;

/**
 * Some lines at the bottom of the terminal that are painted again and again in place; what scrolled
 * by above stays.
 *
 * <p>Whatever happens, the terminal is left as it was found.
 */
public final class LiveScreen implements AutoCloseable {
  private final Terminal terminal;
  private final Display display;
  private boolean closed;

  private LiveScreen(Terminal terminal) {
    this.terminal = terminal;
    this.display = new Display(terminal, false);
  }

  /**
   * Takes the terminal over.
   *
   * @throws IOException when standard input and output are not one
   */
  public static LiveScreen open() throws IOException {
    return new LiveScreen(SystemTerminal.open(false));
  }

  /** Columns that a line may have now; a line that is longer is cut. */
  public int columns() {
    return Math.max(20, terminal.getSize().getColumns());
  }

  /** Rows that may be painted now. */
  public int rows() {
    return Math.max(4, terminal.getSize().getRows());
  }

  /**
   * Replaces the painted lines by these. Nothing is painted once Ctrl-C has closed the terminal.
   */
  public synchronized void paint(List<String> lines) {
    if (closed) {
      return;
    }
    try {
      int columns = columns();
      var cut =
          lines.stream()
              .limit(rows() - 1L)
              .map(line -> AttributedString.fromAnsi(line).columnSubSequence(0, columns - 1))
              .toList();
      display.resize(Size.of(columns, rows()));
      display.update(cut, -1);
    } catch (IllegalStateException terminalIsClosed) {
      // JLine's own shutdown hook was quicker; what was measured must be kept all the same.
      closed = true;
    }
  }

  /** Wipes the painted lines and gives the terminal back. */
  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      try {
        display.update(List.of(), 0);
        terminal.flush();
      } catch (IllegalStateException terminalIsClosed) {
        // The painted lines then stay where they are.
      }
      terminal.close();
    }
  }
}
