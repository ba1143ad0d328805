package lab.screen;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/**
 * A list of lines of which a person chooses one. What scrolled by above stays; whatever happens,
 * the terminal is left as it was found.
 */
public final class ChoiceScreen {
  private static final int SMALLEST = 20;

  private final Terminal terminal;
  private final View view;
  private final Display display;
  private int at;
  private String sought = "";
  private boolean finding;

  /**
   * What is shown.
   *
   * @param head above the lines
   * @param lines to choose from
   * @param first the one that is marked at the beginning
   * @param foot below the lines; the last one names the keys
   */
  public record View(String head, List<String> lines, int first, List<String> foot) {
    public View {
      lines = List.copyOf(lines);
      foot = List.copyOf(foot);
    }
  }

  /** What the person did. */
  public sealed interface Choice {
    /** Chose a line. */
    record Chosen(int index) implements Choice {}

    /** Asked for the last act to be undone. */
    record Undo() implements Choice {}

    /** Had enough. */
    record Quit() implements Choice {}
  }

  private enum Key {
    UP,
    DOWN,
    ENTER,
    FIND,
    UNDO,
    QUIT,
    ERASE,
    TYPED
  }

  private ChoiceScreen(Terminal terminal, View view) {
    this.terminal = terminal;
    this.view = view;
    this.display = new Display(terminal, false);
    this.at = Math.clamp(view.first(), 0, Math.max(0, view.lines().size() - 1));
  }

  /**
   * Shows the lines until one is chosen.
   *
   * @throws IOException when standard input and output are no terminal
   */
  public static Choice choose(View view) throws IOException {
    try (var terminal = TerminalBuilder.builder().system(true).dumb(false).build()) {
      var before = terminal.enterRawMode();
      try {
        terminal.puts(Capability.keypad_xmit);
        terminal.puts(Capability.cursor_invisible);
        return new ChoiceScreen(terminal, view).read();
      } finally {
        terminal.puts(Capability.cursor_normal);
        terminal.puts(Capability.keypad_local);
        terminal.setAttributes(before);
        terminal.flush();
      }
    }
  }

  private Choice read() {
    var keys = new BindingReader(terminal.reader());
    try {
      while (true) {
        paint();
        var key = keys.readBinding(keyMap());
        if (key == null || key == Key.QUIT) {
          if (finding && key != null) {
            finding = false;
            continue;
          }
          return new Choice.Quit();
        }
        switch (key) {
          case UP -> at = Math.max(0, at - 1);
          case DOWN -> at = Math.min(view.lines().size() - 1, at + 1);
          case ENTER -> {
            if (!finding) {
              return new Choice.Chosen(at);
            }
            finding = false;
          }
          case UNDO -> {
            return new Choice.Undo();
          }
          case FIND -> {
            finding = true;
            sought = "";
          }
          case ERASE -> seek(sought.isEmpty() ? "" : sought.substring(0, sought.length() - 1));
          case TYPED -> seek(sought + keys.getLastBinding());
          case QUIT -> throw new IllegalStateException("handled above");
        }
      }
    } finally {
      display.update(List.of(), 0);
    }
  }

  private KeyMap<Key> keyMap() {
    var map = new KeyMap<Key>();
    map.setAmbiguousTimeout(50);
    map.bind(Key.UP, KeyMap.key(terminal, Capability.key_up), "\033[A", "\033OA");
    map.bind(Key.DOWN, KeyMap.key(terminal, Capability.key_down), "\033[B", "\033OB");
    map.bind(Key.ENTER, "\r", "\n");
    map.bind(Key.QUIT, "\003", "\033");
    if (finding) {
      map.bind(Key.ERASE, "\177", "\b");
      map.setUnicode(Key.TYPED);
      for (char letter = ' '; letter < 127; letter++) {
        map.bind(Key.TYPED, Character.toString(letter));
      }
    } else {
      map.bind(Key.UP, "k");
      map.bind(Key.DOWN, "j");
      map.bind(Key.FIND, "/");
      map.bind(Key.UNDO, "z");
      map.bind(Key.QUIT, "q", "\004");
    }
    return map;
  }

  /** Marks the first line, from the marked one on, that holds the words. */
  private void seek(String words) {
    sought = words;
    int count = view.lines().size();
    for (int step = 0; step < count; step++) {
      int index = (at + step) % count;
      var plain = AttributedString.fromAnsi(view.lines().get(index)).toString();
      if (plain.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT))) {
        at = index;
        return;
      }
    }
  }

  private void paint() {
    int columns = Math.max(SMALLEST, terminal.getSize().getColumns());
    int rows = Math.max(6, terminal.getSize().getRows());
    int room = Math.max(1, rows - view.foot().size() - 3);
    int top = Math.clamp(at - room / 2, 0, Math.max(0, view.lines().size() - room));
    var painted = new ArrayList<AttributedString>();
    painted.add(AttributedString.fromAnsi(view.head()));
    for (int i = top; i < Math.min(view.lines().size(), top + room); i++) {
      painted.add(
          i == at ? marked(view.lines().get(i)) : AttributedString.fromAnsi(view.lines().get(i)));
    }
    view.foot().subList(0, view.foot().size() - 1).stream()
        .filter(line -> !line.isEmpty())
        .forEach(line -> painted.add(AttributedString.fromAnsi(line)));
    painted.add(
        new AttributedString(
            "  "
                + (finding
                    ? "find: " + sought + "   enter ends the search"
                    : view.foot().getLast())));
    display.resize(Size.of(columns, rows));
    display.update(
        painted.stream().map(line -> line.columnSubSequence(0, columns - 1)).toList(), -1);
  }

  /** The mark is a star as well as reversed colours. */
  private static AttributedString marked(String line) {
    var plain = AttributedString.fromAnsi(line).toString();
    return new AttributedStringBuilder()
        .append("*" + plain.substring(Math.min(1, plain.length())), AttributedStyle.INVERSE)
        .toAttributedString();
  }
}
