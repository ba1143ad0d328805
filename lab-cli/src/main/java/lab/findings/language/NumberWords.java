package lab.findings.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins numbers that were written in several words: "twenty-five", "six hundred", "two and a half".
 */
final class NumberWords {
  private static final int TENS = 20;
  private static final int HUNDRED = 100;

  private NumberWords() {}

  static List<Token> joined(List<Token> tokens) {
    var joined = new ArrayList<Token>();
    for (int i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      if (isWord(token) && !joined.isEmpty() && joins(joined.getLast(), token)) {
        var first = joined.removeLast();
        double value =
            token.value() >= HUNDRED
                ? first.value() * token.value()
                : first.value() + token.value();
        joined.add(number(first, token, value));
      } else if (isHalf(tokens, i) && !joined.isEmpty() && joined.getLast().isNumber()) {
        var first = joined.removeLast();
        joined.add(number(first, tokens.get(i + 2), first.value() + 0.5));
        i += 2;
      } else {
        joined.add(token);
      }
    }
    return List.copyOf(joined);
  }

  /** Whether "and a half" begins here. */
  private static boolean isHalf(List<Token> tokens, int i) {
    return i + 2 < tokens.size()
        && tokens.get(i).is("and")
        && tokens.get(i + 1).is("a")
        && tokens.get(i + 2).is("half");
  }

  private static boolean isWord(Token token) {
    return token.isNumber() && Words.NUMBERS.containsKey(token.text());
  }

  private static boolean joins(Token first, Token second) {
    if (!first.isNumber()) {
      return false;
    }
    if (second.value() >= HUNDRED) {
      return first.value() < HUNDRED;
    }
    return isWord(first)
        && first.value() >= TENS
        && first.value() < HUNDRED
        && first.value() % 10 == 0
        && second.value() > 0
        && second.value() < 10;
  }

  private static Token number(Token first, Token last, double value) {
    var stem = value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    return new Token(
        first.text() + " " + last.text(),
        stem,
        Token.Kind.NUMBER,
        value,
        first.start(),
        last.end());
  }
}
