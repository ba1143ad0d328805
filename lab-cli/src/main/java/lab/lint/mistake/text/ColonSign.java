package lab.lint.mistake.text;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.grammar.Grammar;
import lab.nginx.grammar.Misuse;
import lab.nginx.syntax.Span;

/** A colon after a directive's name, as in YAML. */
public final class ColonSign implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "write no colon after a directive";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.misused()
        .filter(misused -> misused.misuse() instanceof Misuse.Unknown)
        .map(misused -> misused.statement().name())
        .filter(name -> name.text().indexOf(':') > 0)
        .filter(name ->
            Grammar.stock().names().contains(name.text().substring(0, name.text().indexOf(':'))))
        .map(name -> {
          int from = name.span().start() + name.span().raw().indexOf(':');
          boolean last = from + 1 == name.span().end();
          return Hit.at(
                  new Span(name.span().source(), from, from + 1),
                  "nginx sets no value by a colon",
                  last ? "delete it" : "write a blank instead")
              .replacing(last ? "" : " ");
        });
  }
}
