package lab.screen;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.NonBlockingReader;

/**
 * A pane of a few lines at the bottom of the terminal, and single keys without enter; what is
 * printed while the pane is hidden stays above it.
 *
 * <p>The cursor rests below the pane, so that a shell's prompt spoils nothing when the process is
 * ended from outside. Whatever happens, the terminal is left as it was found. For one thread.
 */
public final class KeyScreen implements AutoCloseable {
  private static final int ESCAPE = 27;
  private static final int CTRL_C = 3;
  private static final int CTRL_D = 4;
  private static final long REST_OF_SEQUENCE_MILLIS = 20;

  private final Terminal terminal;
  private final Attributes before;
  private final Display display;
  private List<String> painted = List.of();
  private int paintedColumns;

  /** What came from the keyboard. */
  public sealed interface Press {
    /** A key with a letter on it. */
    record Letter(char letter) implements Press {}

    /** Nothing that means anything. */
    record Nothing() implements Press {}

    /** Ctrl-C. */
    record Interrupt() implements Press {}

    /** Ctrl-D, or the terminal is gone. */
    record End() implements Press {}
  }

  private KeyScreen(Terminal terminal) {
    this.terminal = terminal;
    this.before = terminal.enterRawMode();
    // Ctrl-C as a key: the pane can be wiped and the terminal restored before the process ends.
    var raw = terminal.getAttributes();
    raw.setLocalFlag(LocalFlag.ISIG, false);
    terminal.setAttributes(raw);
    this.display = new Display(terminal, false);
  }

  /**
   * Takes the terminal over.
   *
   * @throws IOException when standard input and output are not one
   */
  public static KeyScreen open() throws IOException {
    return new KeyScreen(SystemTerminal.open(false));
  }

  /** Columns that a line may have now; a line of the pane that is longer is cut. */
  public int columns() {
    return Math.max(20, terminal.getSize().getColumns());
  }

  /** Replaces the pane. */
  public void paint(List<String> lines) {
    int columns = columns();
    if (lines.equals(painted) && columns == paintedColumns) {
      return;
    }
    try {
      if (!painted.isEmpty() && columns != paintedColumns) {
        // The terminal has folded the old pane as it likes: it stays, and a new one comes below.
        display.reset();
      }
      var size = Size.of(columns, Math.max(4, terminal.getSize().getRows()));
      var cut = new ArrayList<AttributedString>();
      lines.stream()
          .limit(size.getRows() - 2L)
          .map(line -> AttributedString.fromAnsi(line).columnSubSequence(0, columns - 1))
          .forEach(cut::add);
      cut.add(AttributedString.EMPTY);
      display.resize(size);
      display.update(cut, size.cursorPos(cut.size() - 1, 0));
      painted = List.copyOf(lines);
      paintedColumns = columns;
    } catch (IllegalStateException terminalIsClosed) {
      // The process is ending; nobody looks any more.
      painted = List.of();
    }
  }

  /** Wipes the pane, so that whole lines may be printed. */
  public void hide() {
    if (!painted.isEmpty()) {
      painted = List.of();
      try {
        if (columns() == paintedColumns) {
          display.update(List.of(), 0);
        }
        display.reset();
        terminal.flush();
      } catch (IllegalStateException terminalIsClosed) {
        // Then the pane stays where it is.
      }
    }
  }

  /** Waits for a key, so long at most. */
  public Press read(Duration patience) {
    try {
      var keys = terminal.reader();
      int key = keys.read(Math.max(1, patience.toMillis()));
      return switch (key) {
        case NonBlockingReader.READ_EXPIRED -> new Press.Nothing();
        case NonBlockingReader.EOF, CTRL_D -> new Press.End();
        case CTRL_C -> new Press.Interrupt();
        case ESCAPE -> {
          swallow(keys);
          yield new Press.Nothing();
        }
        default -> key > ' ' && key < 127 ? new Press.Letter((char) key) : new Press.Nothing();
      };
    } catch (IOException | IllegalStateException terminalIsClosed) {
      return new Press.End();
    }
  }

  /** The rest of what an arrow or a function key sends. */
  private static void swallow(NonBlockingReader keys) throws IOException {
    while (keys.read(REST_OF_SEQUENCE_MILLIS) >= 0) {
      // Means nothing here.
    }
  }

  /** Wipes the pane and gives the terminal back. */
  @Override
  public void close() throws IOException {
    hide();
    try {
      terminal.setAttributes(before);
      terminal.flush();
    } catch (IllegalStateException terminalIsClosed) {
      // Closed by JLine's own shutdown hook, which restores it too.
    }
    terminal.close();
  }
}
