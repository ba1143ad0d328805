package lab.cli.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person may ask for while the lab watches, each with a letter. */
enum Key {
  NEXT('n', "next stage", false),
  VERIFY('v', "verify with traffic", true),
  AGAIN('r', "run again", true),
  HINT('h', "hint", true),
  LIST('l', "list", true),
  DIFF('d', "diff with the reference", false),
  UNDO('z', "undo", false),
  QUIT('q', "quit", true);

  private static final String GAP = "   ";

  private final char letter;
  private final String act;
  private final boolean always;

  Key(char letter, String act, boolean always) {
    this.letter = letter;
    this.act = act;
    this.always = always;
  }

  char letter() {
    return letter;
  }

  /** Whether it means something whenever nothing is going on. */
  boolean always() {
    return always;
  }

  /** The key of a letter, large or small. */
  static Optional<Key> of(char letter) {
    return Stream.of(values())
        .filter(key -> key.letter == Character.toLowerCase(letter))
        .findFirst();
  }

  /** Letters and what they do, on lines of so many columns; no key is torn apart. */
  static List<String> legend(List<Key> keys, int columns) {
    var lines = new ArrayList<String>();
    for (var key : keys) {
      var words = key.letter + " " + key.act;
      var longer = lines.isEmpty() ? words : lines.getLast() + GAP + words;
      if (!lines.isEmpty() && longer.length() <= columns) {
        lines.set(lines.size() - 1, longer);
      } else {
        lines.add(words);
      }
    }
    return lines;
  }
}
