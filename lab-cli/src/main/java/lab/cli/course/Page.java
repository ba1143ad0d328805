package lab.cli.course;

import lab.cli.Console;
import lab.screen.TerminalWidth;
import lab.screen.Wrap;

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
    var lines = Wrap.lines(text.stripTrailing(), columns - LABEL - 2);
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
    Wrap.lines(text.stripTrailing(), columns - 2).forEach(this::line);
  }
}
