package lab.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.screen.ChoiceScreen.Choice;
import lab.screen.ChoiceScreen.View;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Which line is marked and what is looked for: what a key makes of it, and how it is drawn. */
final class ChoiceList {
  private static final int NARROWEST = 20;
  private static final int LOWEST = 6;

  /** Stands between two keys and what they mean. */
  private static final String BETWEEN = "   ";

  private final View view;
  private int at;
  private String sought = "";
  private boolean finding;

  /** What a key means. */
  enum ChoiceKey {
    UP,
    DOWN,
    ENTER,
    FIND,
    RESET,
    UNDO,
    QUIT,
    ERASE,
    TYPED
  }

  ChoiceList(View view) {
    this.view = view;
    this.at = Math.clamp(view.first(), 0, Math.max(0, view.lines().size() - 1));
  }

  /** Whether letters are words to be found, and no commands. */
  boolean finding() {
    return finding;
  }

  /**
   * Takes a key.
   *
   * @param typed what it wrote, for {@link ChoiceKey#TYPED}
   * @return what the person chose by it; empty when they go on looking
   */
  Optional<Choice> press(ChoiceKey key, String typed) {
    switch (key) {
      case UP -> at = Math.max(0, at - 1);
      case DOWN -> at = Math.clamp(at + 1L, 0, Math.max(0, view.lines().size() - 1));
      case FIND -> {
        finding = true;
        sought = "";
      }
      case ERASE -> seek(sought.isEmpty() ? "" : sought.substring(0, sought.length() - 1));
      case TYPED -> seek(sought + typed);
      case RESET -> {
        return Optional.of(new Choice.Reset(at));
      }
      case UNDO -> {
        return Optional.of(new Choice.Undo());
      }
      case ENTER, QUIT -> {
        if (!finding) {
          return Optional.of(key == ChoiceKey.QUIT ? new Choice.Quit() : new Choice.Chosen(at));
        }
        finding = false;
      }
    }
    return Optional.empty();
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

  /** The lines for a screen of this size, none wider; what has no room is scrolled or cut. */
  List<AttributedString> drawn(int screenColumns, int screenRows) {
    int columns = Math.max(NARROWEST, screenColumns);
    int rows = Math.max(LOWEST, screenRows);
    var below = below(columns);
    int room = Math.max(1, rows - below.size() - 3);
    int top = Math.clamp(at - room / 2, 0, Math.max(0, view.lines().size() - room));
    var drawn = new ArrayList<AttributedString>();
    drawn.add(AttributedString.fromAnsi(view.head()));
    for (int i = top; i < Math.min(view.lines().size(), top + room); i++) {
      drawn.add(
          i == at ? marked(view.lines().get(i)) : AttributedString.fromAnsi(view.lines().get(i)));
    }
    drawn.addAll(below);
    return drawn.stream().map(line -> line.columnSubSequence(0, columns - 1)).toList();
  }

  /** The foot; keys that have no room beside each other stand below each other. */
  private List<AttributedString> below(int columns) {
    var lines = new ArrayList<String>();
    view.foot().subList(0, view.foot().size() - 1).stream()
        .filter(line -> !line.isEmpty())
        .forEach(line -> lines.addAll(Wrap.hanging(line, columns - 1, "  ")));
    var keys =
        finding
            ? "find: " + sought + "   " + Wrap.unbroken("enter ends the search")
            : Stream.of(view.foot().getLast().split(BETWEEN, -1))
                .map(Wrap::unbroken)
                .collect(Collectors.joining(BETWEEN));
    Wrap.lines(keys, columns - 3).forEach(line -> lines.add("  " + line));
    return lines.stream().map(AttributedString::fromAnsi).toList();
  }

  /** The mark is a star as well as reversed colours. */
  private static AttributedString marked(String line) {
    var plain = AttributedString.fromAnsi(line).toString();
    return new AttributedStringBuilder()
        .append("*" + plain.substring(Math.min(1, plain.length())), AttributedStyle.INVERSE)
        .toAttributedString();
  }
}
