package lab.findings.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A sum that a sentence spells out, "2 / 2.5 s = 0.8".
 *
 * @param right whether it comes out, within three percent
 * @param divides whether it is a quotient
 * @param left the first operand
 * @param by the second operand
 * @param result what the sentence says it gives
 * @param start index of its first token
 * @param end index after its last
 */
public record Sum(
    boolean right, boolean divides, double left, double by, double result, int start, int end) {
  private static final Set<String> TIMES = Set.of("x", "×", "*", "time");
  private static final Set<String> BY = Set.of("÷", "/", "divid");
  private static final Set<String> GIVES =
      Set.of(
          "=", "≈", "give", "make", "→", "|", "so", "about", "i", "that", "is", "equal", "henc",
          ":", "onli", "just", "mean");
  private static final int UNITS = 5;

  /** The sums of a sentence, from left to right. */
  public static List<Sum> in(List<Token> tokens) {
    var sums = new ArrayList<Sum>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isNumber()) {
        add(sums, tokens, i);
      }
    }
    return List.copyOf(sums);
  }

  private static void add(List<Sum> sums, List<Token> tokens, int first) {
    int operator = next(tokens, first + 1, UNITS, Set.of());
    int by = operator < 0 ? -1 : number(tokens, operator + 1, 1);
    int gives = by < 0 ? -1 : sign(tokens, by + 1);
    int result = gives < 0 ? -1 : number(tokens, gives + 1, 2);
    if (result < 0 && by >= 0) {
      result = before(tokens, first);
    }
    if (result < 0) {
      return;
    }
    boolean divides = BY.contains(tokens.get(operator).stem());
    double left = tokens.get(first).value();
    double right = tokens.get(by).value();
    double expected = divides ? left / right : left * right;
    double said = tokens.get(result).value();
    boolean holds = Math.abs(said - expected) <= 0.03 * expected;
    sums.add(
        new Sum(
            holds, divides, left, right, said, Math.min(first, result), Math.max(by, result) + 1));
  }

  /** The result that stands before its sum in brackets: "40 requests (60 / 1.5)". */
  private static int before(List<Token> tokens, int first) {
    boolean inBrackets = first > 0 && tokens.get(first - 1).is("(");
    for (int i = first - 2; inBrackets && i >= Math.max(0, first - UNITS); i--) {
      if (tokens.get(i).isNumber()) {
        return i;
      }
    }
    return -1;
  }

  private static int next(List<Token> tokens, int from, int most, Set<String> none) {
    for (int i = from; i < Math.min(tokens.size(), from + most); i++) {
      var stem = tokens.get(i).stem();
      if (TIMES.contains(stem) || BY.contains(stem)) {
        return i;
      }
      if (tokens.get(i).isNumber() || tokens.get(i).isBreak() || none.contains(stem)) {
        return -1;
      }
    }
    return -1;
  }

  private static int number(List<Token> tokens, int from, int slack) {
    for (int i = from; i < Math.min(tokens.size(), from + 1 + slack); i++) {
      if (tokens.get(i).isNumber()) {
        return i;
      }
    }
    return -1;
  }

  private static int sign(List<Token> tokens, int from) {
    for (int i = from; i < Math.min(tokens.size(), from + UNITS); i++) {
      if (GIVES.contains(tokens.get(i).stem())) {
        return i;
      }
      if (tokens.get(i).isNumber()) {
        return -1;
      }
    }
    return -1;
  }
}
