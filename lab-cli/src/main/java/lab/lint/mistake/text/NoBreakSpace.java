package lab.lint.mistake.text;

import java.util.stream.Stream;
import lab.lint.rule.Edit;
import lab.lint.rule.Foreign;
import lab.lint.rule.Hit;
import lab.lint.rule.Pasted;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;

/** A blank that is not the plain one, as pasted from a web page. */
public final class NoBreakSpace implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "type plain blanks";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.scopes().flatMap(scope -> scope.directives().stream()).flatMap(NoBreakSpace::hits);
  }

  private static Stream<Hit> hits(Directive statement) {
    var name = statement.name().span();
    var raw =
        name.source()
            .text()
            .substring(name.start(), Math.max(name.end(), statement.terminator().start()));
    var found = Pasted.BLANK.matcher(raw).results().toList();
    if (found.isEmpty() || (name.start() == 0 && found.getFirst().start() == 0)) {
      return Stream.empty();
    }
    int from = name.start() + found.getFirst().start();
    var all = new Span(name.source(), from, name.start() + found.getLast().end());
    if (Foreign.isNoName(name) && statement.args().isEmpty()) {
      return Stream.of(
          Hit.at(name, "this no-break space is a letter for nginx, not a blank", "delete it")
              .replacing(""));
    }
    return Stream.of(
        Hit.at(
                new Span(name.source(), from, name.start() + found.getFirst().end()),
                "this is a no-break space: a letter for nginx, not a blank",
                "type a plain blank")
            .with(new Edit(all, Pasted.BLANK.matcher(all.raw()).replaceAll(" "))));
  }
}
