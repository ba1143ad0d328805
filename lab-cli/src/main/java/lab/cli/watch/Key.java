package lab.cli.watch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person may ask for while the lab watches, each with a letter. */
enum Key {
  NEXT('n', "next stage"),
  VERIFY('v', "verify with traffic"),
  AGAIN('r', "run again"),
  HINT('h', "hint"),
  LIST('l', "list"),
  QUIT('q', "quit");

  private final char letter;
  private final String act;

  Key(char letter, String act) {
    this.letter = letter;
    this.act = act;
  }

  char letter() {
    return letter;
  }

  /** The key of a letter, large or small. */
  static Optional<Key> of(char letter) {
    return List.of(values()).stream()
        .filter(key -> key.letter == Character.toLowerCase(letter))
        .findFirst();
  }

  /** Letters and what they do, on one line. */
  static String legend(List<Key> keys) {
    return keys.stream().map(key -> key.letter + " " + key.act).collect(Collectors.joining("   "));
  }
}
