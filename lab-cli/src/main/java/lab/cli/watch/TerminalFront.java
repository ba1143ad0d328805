package lab.cli.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lab.screen.Ink;
import lab.screen.KeyScreen;
import lab.screen.KeyScreen.Press;

/** A pane at the bottom of the terminal; keys need no enter. */
final class TerminalFront implements Front {
  private static final String MARGIN = "  ";

  private final KeyScreen screen;
  private final Ink ink;
  private String note = "";
  private String progress = "";

  TerminalFront(KeyScreen screen, Ink ink) {
    this.screen = screen;
    this.ink = ink;
  }

  @Override
  public void note(String line) {
    note = line;
  }

  @Override
  public void progress(Told.Progress told) {
    progress = told.line();
  }

  @Override
  public void stands(String watching, List<Key> keys) {
    var lines = new ArrayList<String>();
    lines.add("");
    if (!note.isEmpty()) {
      lines.add("  " + ink.warn(note));
    }
    if (keys.isEmpty()) {
      lines.add(progress.isEmpty() ? "  checking" : progress);
      lines.add("  " + ink.faint("keys wait until it has ended; Ctrl-C ends the watch"));
    } else {
      progress = "";
      lines.add("  " + ink.faint(watching));
      Key.legend(keys, columns() - MARGIN.length())
          .forEach(line -> lines.add(MARGIN + ink.name(line)));
    }
    screen.paint(lines);
  }

  @Override
  public void clear() {
    note = "";
    screen.hide();
  }

  @Override
  public int columns() {
    return screen.columns() - 1;
  }

  @Override
  public Press next(Duration patience) {
    return screen.read(patience);
  }

  @Override
  public void close() throws IOException {
    screen.close();
  }
}
