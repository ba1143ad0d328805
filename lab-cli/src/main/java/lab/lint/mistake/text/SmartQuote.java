package lab.lint.mistake.text;

import java.util.stream.Stream;
import lab.lint.rule.Edit;
import lab.lint.rule.Hit;
import lab.lint.rule.Pasted;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;

/** Typographic quotes, as pasted from a document. */
public final class SmartQuote implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "type straight quotes";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.scopes().flatMap(scope -> scope.directives().stream()).flatMap(SmartQuote::hits);
  }

  private static Stream<Hit> hits(Directive statement) {
    var name = statement.name().span();
    int end = Math.max(name.end(), statement.terminator().start());
    var raw = name.source().text().substring(name.start(), end);
    var found = Pasted.QUOTE.matcher(raw).results().toList();
    if (found.isEmpty()) {
      return Stream.empty();
    }
    int from = name.start() + found.getFirst().start();
    var all = new Span(name.source(), from, name.start() + found.getLast().end());
    return Stream.of(
        Hit.at(
                new Span(name.source(), from, name.start() + found.getFirst().end()),
                "this typographic quote is a letter for nginx, not a quote",
                "type \" instead")
            .with(new Edit(all, Pasted.QUOTE.matcher(all.raw()).replaceAll("\""))));
  }
}
