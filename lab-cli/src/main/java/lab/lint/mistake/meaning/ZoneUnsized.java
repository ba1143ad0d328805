package lab.lint.mistake.meaning;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.lint.rule.Edit;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/** A group's zone whose size no group says. */
public final class ZoneUnsized implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "say how large the zone is";
  }

  @Override
  public Stream<Hit> check(Site site) {
    var sized =
        zones(site)
            .filter(zone -> zone.args().size() > 1)
            .map(zone -> zone.args().getFirst().text())
            .collect(Collectors.toSet());
    return zones(site)
        .filter(zone -> zone.args().size() == 1)
        .map(zone -> zone.args().getFirst())
        .filter(name -> !sized.contains(name.text()))
        .map(ZoneUnsized::hit);
  }

  private static Stream<Directive> zones(Site site) {
    return site.upstreams().flatMap(group -> group.scope().own("zone"));
  }

  private static Hit hit(Word name) {
    var end = new Span(name.span().source(), name.span().end(), name.span().end());
    return Hit.at(name, "the zone \"" + name + "\" has no size", "add a size, such as 64k")
        .with(new Edit(end, " 64k"));
  }
}
