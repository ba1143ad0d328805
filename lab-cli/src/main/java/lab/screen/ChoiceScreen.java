package lab.screen;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lab.screen.ChoiceList.ChoiceKey;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/**
 * A list of lines of which a person chooses one. What scrolled by above stays; whatever happens,
 * the terminal is left as it was found.
 */
public final class ChoiceScreen {
  private final Terminal terminal;
  private final ChoiceList list;
  private final Display display;
  private Size painted = Size.of(0, 0);

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

    /** Asked for a line to be put back to its beginning. */
    record Reset(int index) implements Choice {}

    /** Asked for the last act to be undone. */
    record Undo() implements Choice {}

    /** Had enough. */
    record Quit() implements Choice {}
  }

  private ChoiceScreen(Terminal terminal, View view) {
    this.terminal = terminal;
    this.list = new ChoiceList(view);
    this.display = new Display(terminal, false);
  }

  /**
   * Shows the lines until one is chosen.
   *
   * @throws IOException when standard input and output are no terminal
   */
  public static Choice choose(View view) throws IOException {
    try (var terminal = SystemTerminal.open(false)) {
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
    var before = terminal.handle(Signal.WINCH, _ -> paint());
    try {
      while (true) {
        paint();
        var key = keys.readBinding(keyMap());
        var choice =
            key == null
                ? Optional.<Choice>of(new Choice.Quit())
                : press(key, key == ChoiceKey.TYPED ? keys.getLastBinding() : "");
        if (choice.isPresent()) {
          return choice.get();
        }
      }
    } finally {
      terminal.handle(Signal.WINCH, before);
      wipe();
    }
  }

  private KeyMap<ChoiceKey> keyMap() {
    var map = new KeyMap<ChoiceKey>();
    map.setAmbiguousTimeout(50);
    map.bind(ChoiceKey.UP, KeyMap.key(terminal, Capability.key_up), "\033[A", "\033OA");
    map.bind(ChoiceKey.DOWN, KeyMap.key(terminal, Capability.key_down), "\033[B", "\033OB");
    map.bind(ChoiceKey.ENTER, "\r", "\n");
    map.bind(ChoiceKey.QUIT, "\003", "\033");
    if (list.finding()) {
      map.bind(ChoiceKey.ERASE, "\177", "\b");
      map.setUnicode(ChoiceKey.TYPED);
      for (char letter = ' '; letter < 127; letter++) {
        map.bind(ChoiceKey.TYPED, Character.toString(letter));
      }
    } else {
      map.bind(ChoiceKey.UP, "k");
      map.bind(ChoiceKey.DOWN, "j");
      map.bind(ChoiceKey.FIND, "/");
      map.bind(ChoiceKey.RESET, "r");
      map.bind(ChoiceKey.UNDO, "z");
      map.bind(ChoiceKey.QUIT, "q", "\004");
    }
    return map;
  }

  private synchronized Optional<Choice> press(ChoiceKey key, String typed) {
    return list.press(key, typed);
  }

  /** Also called by the thread that hears of a new size while this one waits for a key. */
  private synchronized void paint() {
    var size = terminal.getSize();
    var now = Size.of(Math.max(20, size.getColumns()), Math.max(6, size.getRows()));
    if (painted.getColumns() > 0 && painted.getColumns() != now.getColumns()) {
      // The terminal has folded the old lines as it likes: they stay, and new ones come below.
      display.reset();
    }
    painted = now;
    display.resize(now);
    display.update(list.drawn(now.getColumns(), now.getRows()), -1);
  }

  private synchronized void wipe() {
    display.update(List.of(), 0);
  }
}
