package lab.lint.advice.pasted;

import java.util.stream.Stream;
import lab.lint.rule.Edit;
import lab.lint.rule.Hit;
import lab.lint.rule.Pasted;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/** A blank that is not the plain one became part of a value. */
public final class PastedBlank implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "type plain blanks, or put the value into quotes where such a blank is meant";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return PastedRules.statements(site).flatMap(PastedRules::bare).flatMap(PastedBlank::hits);
  }

  private static Stream<Hit> hits(Word word) {
    var at = word.span();
    return Pasted.BLANK
        .matcher(at.raw())
        .results()
        .limit(1)
        .map(found -> {
          var blank = new Span(at.source(), at.start() + found.start(), at.start() + found.end());
          return Hit.at(
                  blank,
                  "this is a no-break space: nginx takes it for a letter of the value",
                  "type a plain blank, or none")
              .with(new Edit(at, Pasted.BLANK.matcher(at.raw()).replaceAll(" ")));
        });
  }
}
