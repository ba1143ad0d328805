package lab.lint.mistake.text;

import java.util.Optional;
import java.util.stream.Stream;
import lab.lint.rule.Edit;
import lab.lint.rule.Foreign;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;

/** A comment as other languages write it, or the fence of a listing in a document. */
public final class ForeignText implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "begin comments with #";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.placed()
        .filter(placed -> placed.context().isPresent() || isUnended(placed.statement()))
        .flatMap(placed -> hit(placed.statement()).stream());
  }

  /** Whether it has no semicolon: with one, it may be a row of a table. */
  private static boolean isUnended(Directive statement) {
    return statement.terminator().length() == 0;
  }

  private static Optional<Hit> hit(Directive statement) {
    var name = statement.name().span();
    return Foreign.opener(name)
        .map(opener -> {
          var line = restOfLine(name);
          if (opener.equals("```")) {
            return Hit.at(line, "this is the fence of a listing, not nginx's", "delete the line")
                .replacing("");
          }
          var hit = Hit.at(line, "this begins no comment in nginx", "begin comments with #");
          var at = new Span(name.source(), name.start(), name.start() + opener.length());
          return endsInLine(opener, line.raw()) ? hit.with(new Edit(at, "#")) : hit;
        });
  }

  /** Whether a comment ends with its line, as it does in nginx, and not before or behind it. */
  private static boolean endsInLine(String opener, String line) {
    var closer = Foreign.closer(opener);
    return closer.isEmpty()
        || line.stripTrailing().indexOf(closer) == line.stripTrailing().length() - closer.length();
  }

  private static Span restOfLine(Span from) {
    int end = from.source().text().indexOf('\n', from.start());
    return new Span(from.source(), from.start(), end < 0 ? from.source().length() : end);
  }
}
