package lab.nginx.routing.engine;

import java.util.Optional;
import lab.nginx.routing.notation.Escapes;
import lab.nginx.routing.site.Template;

/** The path and arguments that a rewrite's replacement makes. */
final class Rewritten {
  /**
   * A new target.
   *
   * @param args empty when the replacement has no question mark of its own
   */
  record Parts(String path, Optional<String> args) {}

  private final Exchange exchange;
  private final Variables variables;

  Rewritten(Exchange exchange, Variables variables) {
    this.exchange = exchange;
    this.variables = variables;
  }

  /** Only a question mark that stands in the file begins arguments; one in a variable does not. */
  Parts of(Template replacement) {
    var path = new StringBuilder();
    var args = Optional.<StringBuilder>empty();
    for (var part : replacement.parts()) {
      switch (part) {
        case Template.Part.Literal(String literal) -> {
          int mark = args.isEmpty() ? literal.indexOf('?') : -1;
          if (mark >= 0) {
            path.append(literal, 0, mark);
            args = Optional.of(new StringBuilder(literal.substring(mark + 1)));
          } else {
            args.orElse(path).append(literal);
          }
        }
        case Template.Part.Variable(String name) -> args.orElse(path).append(variables.value(name));
        case Template.Part.Capture(int group) -> {
          var captured = exchange.captures.group(group);
          boolean escape = args.isPresent() && (exchange.escaped || exchange.plus);
          args.orElse(path).append(escape ? Escapes.argument(captured) : captured);
        }
      }
    }
    return new Parts(path.toString(), args.map(StringBuilder::toString));
  }
}
