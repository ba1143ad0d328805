package lab.cli.course;

import java.util.ArrayList;
import java.util.List;
import lab.cli.Console;
import lab.screen.Table;
import lab.screen.TerminalWidth;

/** Lines of text as wide as the screen: a label, and beside it a text that is wrapped. */
public final class Page {
  private static final int LABEL = 9;
  private static final int WIDEST = 96;
  private static final int NARROWEST = 30;

  private final Console console;
  private final int columns;

  public Page(Console console) {
    this.console = console;
    this.columns = Math.clamp(TerminalWidth.columns() - 1, NARROWEST, WIDEST);
  }

  public int columns() {
    return columns;
  }

  public void blank() {
    console.print("");
  }

  /** A line as it is: a command to copy must not be broken. */
  public void line(String text) {
    console.print("  " + text);
  }

  /** A label and a text beside it. */
  public void labelled(String label, String text) {
    var lines = wrap(text, columns - LABEL - 2);
    for (int i = 0; i < lines.size(); i++) {
      var head = i == 0 ? label : "";
      console.print(
          "  "
              + console.ink().strong(head)
              + " ".repeat(Math.max(1, LABEL - head.length()))
              + lines.get(i));
    }
  }

  /** A text over the whole width. */
  public void text(String text) {
    wrap(text, columns - 2).forEach(this::line);
  }

  private static List<String> wrap(String text, int room) {
    var lines = new ArrayList<String>();
    for (var paragraph : text.lines().toList()) {
      var line = new StringBuilder();
      for (var word : paragraph.split(" ", -1)) {
        if (!line.isEmpty() && Table.columns(line.toString()) + 1 + Table.columns(word) > room) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    return lines.isEmpty() ? List.of("") : lines;
  }
}
