package lab.lint.mistake.meaning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.lint.rule.Edit;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/**
 * A condition that nginx cannot read.
 *
 * <p>Source: ngx_http_rewrite_if_condition: a variable alone, or a variable, an operator and a
 * value, or a test of a file; each a word of its own.
 */
public final class BadCondition implements Rule {
  private static final Set<String> OPERATORS = Set.of("=", "!=", "~", "~*", "!~", "!~*");

  /** What other languages write. */
  private static final Map<String, String> MEANT =
      Map.of("==", "=", "===", "=", "!==", "!=", "=~", "~", "=~*", "~*");

  /** A variable that goes on in signs, and what comes after those. */
  private static final Pattern GLUED =
      Pattern.compile("(\\$\\w+)([=!~<>&|*]+)(.*)", Pattern.DOTALL);

  private static final Pattern OPERATOR_FIRST = Pattern.compile("([=!~]+\\*?)(.+)", Pattern.DOTALL);

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "write (, a variable, an operator, a value and )";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.scopes("if")
        .flatMap(scope -> scope.block().stream())
        .filter(block -> !block.args().isEmpty())
        .flatMap(block -> hits(block.args()));
  }

  private static Stream<Hit> hits(List<Word> args) {
    var first = args.getFirst();
    if (!first.text().startsWith("(")) {
      var last = args.getLast().span();
      var all = new Span(last.source(), first.span().start(), last.end());
      return Stream.of(
          Hit.at(first, "a condition stands in parentheses", "write (" + all.raw() + ")")
              .with(new Edit(all, "(" + all.raw() + ")")));
    }
    if (!args.getLast().text().endsWith(")")) {
      return Stream.of(
          Hit.at(args.getLast(), "the condition has no closing parenthesis", "add )")
              .with(new Edit(after(args.getLast().span()), ")")));
    }
    var inside = inside(args);
    return inside.isEmpty()
        ? Stream.empty()
        : subject(inside).or(() -> operator(inside.subList(1, inside.size()))).stream();
  }

  /** The words between the parentheses, as they stand in the file. */
  private static List<Span> inside(List<Word> args) {
    int opening = args.getFirst().span().start();
    int closing = args.getLast().span().end();
    return args.stream()
        .map(Word::span)
        .map(span ->
            part(
                span,
                span.start() == opening ? 1 : 0,
                span.length() - (span.end() == closing ? 1 : 0)))
        .filter(span -> span.length() > 0)
        .toList();
  }

  /** What is wrong with the first word: the variable, or the test of a file. */
  private static Optional<Hit> subject(List<Span> words) {
    var span = words.getFirst();
    var raw = span.raw();
    var glued = GLUED.matcher(raw);
    if (glued.matches()) {
      var sign = part(span, glued.start(2), glued.end(2));
      return Optional.of(
          meant(sign.raw())
              .map(operator -> apart(sign, operator, words.size() > 1 || !glued.group(3).isEmpty()))
              .orElseGet(() -> unknown(sign)));
    }
    if (raw.matches("!\\$\\w+") && words.size() == 1) {
      var written = raw.substring(1) + " = \"\"";
      return Optional.of(
          Hit.at(span, "a condition in nginx has no \"not\"", "write " + written)
              .replacing(written));
    }
    if (raw.matches("[A-Za-z_]\\w*")) {
      return Optional.of(
          Hit.at(span, "a condition begins with a variable, and this has no $", "write $" + raw)
              .replacing("$" + raw));
    }
    return Optional.empty();
  }

  /** What is wrong with the operator, or with a word that takes its place. */
  private static Optional<Hit> operator(List<Span> words) {
    for (var span : words) {
      var raw = span.raw();
      if (MEANT.containsKey(raw)) {
        return meant(raw)
            .map(operator ->
                Hit.at(
                        span,
                        operator.endsWith("=")
                            ? "nginx compares with = and !="
                            : "nginx matches with ~ and ~*",
                        "write " + operator)
                    .replacing(operator));
      }
      if (Set.of("<", ">", "&&", "||", "<=", ">=").contains(raw)) {
        return Optional.of(unknown(span));
      }
    }
    return words.stream().limit(1).flatMap(span -> joined(span).stream()).findFirst();
  }

  /** An operator and its value in one word. */
  private static Optional<Hit> joined(Span span) {
    var matcher = OPERATOR_FIRST.matcher(span.raw());
    return matcher.matches() && !OPERATORS.contains(span.raw())
        ? meant(matcher.group(1))
            .map(operator -> apart(part(span, 0, matcher.end(1)), operator, true))
        : Optional.empty();
  }

  private static Optional<String> meant(String sign) {
    return OPERATORS.contains(sign) ? Optional.of(sign) : Optional.ofNullable(MEANT.get(sign));
  }

  private static Hit apart(Span sign, String operator, boolean valued) {
    var hit = Hit.at(sign, "an operator stands between blanks", "write \" " + operator + " \"");
    return valued ? hit.replacing(" " + operator + " ") : hit;
  }

  private static Hit unknown(Span sign) {
    return Hit.at(
        sign,
        "nginx knows no \"" + sign.raw() + "\" in a condition",
        "compare with =, != or a regex; join conditions by a map");
  }

  private static Span part(Span span, int from, int to) {
    return new Span(span.source(), span.start() + from, span.start() + to);
  }

  private static Span after(Span span) {
    return new Span(span.source(), span.end(), span.end());
  }
}
