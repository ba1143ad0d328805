package lab.jshell.trial;

import java.util.Map;
import java.util.Optional;

/**
 * The value of a formula: {@code + - * /}, {@code min(a, b)}, {@code max(a, b)}, brackets, numbers
 * and names.
 */
final class Arithmetic {
  private final String text;
  private final Map<String, Double> names;
  private int at;

  private Arithmetic(String text, Map<String, Double> names) {
    this.text = text;
    this.names = names;
  }

  /**
   * Computes.
   *
   * @throws IllegalArgumentException when the text is no formula, or uses a name that is not given
   */
  static double value(String text, Map<String, Double> names) {
    var reader = new Arithmetic(text, names);
    double value = reader.sum();
    if (reader.peek() != 0) {
      throw reader.noFormula();
    }
    return value;
  }

  private double sum() {
    double value = product();
    while (true) {
      if (take('+')) {
        value += product();
      } else if (take('-')) {
        value -= product();
      } else {
        return value;
      }
    }
  }

  private double product() {
    double value = factor();
    while (true) {
      if (take('*')) {
        value *= factor();
      } else if (take('/')) {
        value /= factor();
      } else {
        return value;
      }
    }
  }

  private double factor() {
    if (take('-')) {
      return -factor();
    }
    if (take('(')) {
      double value = sum();
      demand(')');
      return value;
    }
    int from = at;
    while (Character.isLetterOrDigit(peek()) || peek() == '.') {
      at++;
    }
    var word = text.substring(from, at);
    if (word.isEmpty()) {
      throw noFormula();
    }
    return Character.isDigit(word.charAt(0)) ? number(word) : named(word);
  }

  private double number(String word) {
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException e) {
      throw noFormula();
    }
  }

  private double named(String word) {
    if (word.equals("min") || word.equals("max")) {
      demand('(');
      double left = sum();
      demand(',');
      double right = sum();
      demand(')');
      return word.equals("min") ? Math.min(left, right) : Math.max(left, right);
    }
    return Optional.ofNullable(names.get(word)).orElseThrow(this::noFormula);
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean take(char wanted) {
    skipBlanks();
    boolean there = peek() == wanted;
    if (there) {
      at++;
    }
    skipBlanks();
    return there;
  }

  private void skipBlanks() {
    while (peek() == ' ') {
      at++;
    }
  }

  private void demand(char wanted) {
    if (!take(wanted)) {
      throw noFormula();
    }
  }

  private IllegalArgumentException noFormula() {
    return new IllegalArgumentException(
        "this is no formula at position %d: %s".formatted(at + 1, text));
  }
}
