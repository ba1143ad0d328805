package lab.nginx.routing.engine;

import java.util.Locale;
import java.util.stream.Collectors;
import lab.nginx.routing.doubt.CannotTell;
import lab.nginx.routing.pattern.BytePattern;
import lab.nginx.routing.pattern.Match;
import lab.nginx.routing.site.Site;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Word;

/** Decides the condition of an {@code if}. */
final class Conditions {
  private final Site site;
  private final Exchange exchange;
  private final Variables variables;

  Conditions(Site site, Exchange exchange, Variables variables) {
    this.site = site;
    this.exchange = exchange;
    this.variables = variables;
  }

  /** The condition as it stands in the file, with its parentheses. */
  static String text(Directive statement) {
    return statement.args().stream().map(Word::text).collect(Collectors.joining(" "));
  }

  boolean hold(Directive statement) {
    var words = new java.util.ArrayList<>(statement.args().stream().map(Word::text).toList());
    if (!words.getFirst().startsWith("(") || !words.getLast().endsWith(")")) {
      throw refused();
    }
    words.set(0, words.getFirst().substring(1));
    var last = words.removeLast();
    words.add(last.substring(0, Math.max(0, last.length() - 1)));
    words.removeIf(String::isEmpty);
    boolean emptyOperand = words.size() == 2 && words.getFirst().startsWith("$");
    if (emptyOperand) {
      words.add("");
    }
    boolean variable = !words.isEmpty() && words.getFirst().startsWith("$");
    if (!variable && words.size() != 2) {
      throw refused();
    }
    return switch (words.size()) {
      case 1 -> truth(variables.evaluate(words.getFirst()));
      case 2 -> onDisk(words.getFirst(), variables.evaluate(words.get(1)));
      case 3 -> compare(words.get(0), words.get(1), words.get(2));
      default -> throw refused();
    };
  }

  private static CannotTell refused() {
    return new CannotTell("nginx refuses such a condition");
  }

  private static boolean truth(String value) {
    return !value.isEmpty() && !value.equals("0");
  }

  private boolean compare(String variable, String operator, String operand) {
    var value = variables.evaluate(variable);
    return switch (operator) {
      case "=" -> value.equals(variables.evaluate(operand));
      case "!=" -> !value.equals(variables.evaluate(operand));
      case "~" -> matches(value, operand, false);
      case "~*" -> matches(value, operand, true);
      case "!~" -> !matches(value, operand, false);
      case "!~*" -> !matches(value, operand, true);
      default -> throw refused();
    };
  }

  private boolean matches(String value, String expression, boolean ignoreCase) {
    var match = BytePattern.of(expression, ignoreCase).find(value);
    match.ifPresentOrElse(variables::captured, () -> exchange.captures = Match.NONE);
    return match.isPresent();
  }

  private boolean onDisk(String operator, String path) {
    var kind = Paths.kind(site.configuration(), path);
    boolean negated = operator.startsWith("!");
    boolean holds =
        switch (operator.replace("!", "").toLowerCase(Locale.ROOT)) {
          case "-f" -> kind == Paths.Kind.FILE || kind == Paths.Kind.FORBIDDEN;
          case "-d" -> kind == Paths.Kind.FOLDER;
          case "-x" -> Paths.executable(site.configuration(), path);
          case "-e" -> kind != Paths.Kind.MISSING;
          default -> throw refused();
        };
    return holds != negated;
  }
}
