package lab.lint.mistake.meaning;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lab.lint.rule.Edit;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/** A condition that nginx cannot read. */
public final class BadCondition implements Rule {
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
    return args.stream()
        .filter(word ->
            Set.of("==", "!==", "===", "<", ">", "&&", "||", "<=", ">=").contains(word.text()))
        .limit(1)
        .map(word ->
            word.text().endsWith("==") || word.text().equals("==")
                ? Hit.at(
                        word,
                        "nginx compares with = and !=",
                        "write " + (word.text().startsWith("!") ? "!=" : "="))
                    .replacing(word.text().startsWith("!") ? "!=" : "=")
                : Hit.at(
                    word,
                    "nginx knows no \"" + word + "\" in a condition",
                    "compare with =, != or a regex; join conditions by a map"));
  }

  private static Span after(Span span) {
    return new Span(span.source(), span.end(), span.end());
  }
}
