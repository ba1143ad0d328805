package lab.nginx.grammar;

import java.util.List;
import java.util.Locale;

/**
 * What the argument of a directive is.
 *
 * @param kind how nginx reads it
 * @param words the words that it may be, for a choice; else none
 */
public record Value(Kind kind, List<String> words) {
  /** How nginx reads an argument. */
  public enum Kind {
    /** {@code on} or {@code off}. */
    FLAG,
    /** A time; down to milliseconds. */
    MILLIS,
    /** A time in whole seconds; {@code ms} is refused. */
    SECONDS,
    /** Several words of which some are times in whole seconds. */
    TIMES,
    /** Bytes, with {@code k} or {@code m}. */
    SIZE,
    /** Bytes, with {@code k}, {@code m} or {@code g}. */
    OFFSET,
    /** A whole number. */
    NUMBER,
    /** A number and a size. */
    BUFFERS,
    /** One of some words. */
    CHOICE,
    /** Any of some words. */
    CHOICES,
    /** Anything else. */
    OTHER
  }

  public Value {
    words = List.copyOf(words);
  }

  static Value parse(String text) {
    var kind = text.split(":", 2);
    var words = kind.length == 2 ? List.of(kind[1].split(" ", -1)) : List.<String>of();
    return new Value(
        switch (kind[0]) {
          case "flag" -> Kind.FLAG;
          case "msec" -> Kind.MILLIS;
          case "sec" -> Kind.SECONDS;
          case "times" -> Kind.TIMES;
          case "size" -> Kind.SIZE;
          case "off" -> Kind.OFFSET;
          case "num" -> Kind.NUMBER;
          case "bufs" -> Kind.BUFFERS;
          case "enum" -> Kind.CHOICE;
          case "bitmask" -> Kind.CHOICES;
          default -> Kind.OTHER;
        },
        words);
  }

  @Override
  public String toString() {
    var name = kind.name().toLowerCase(Locale.ROOT);
    return words.isEmpty() ? name : name + " of " + String.join(", ", words);
  }
}
