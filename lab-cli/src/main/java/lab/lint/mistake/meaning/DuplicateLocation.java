package lab.lint.mistake.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Line;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Location;
import lab.lint.site.Scope;
import lab.lint.site.Site;

/** Two locations match the same path in the same way. */
public final class DuplicateLocation implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "keep one of them";
  }

  @Override
  public Stream<Hit> check(Site site) {
    var seen = new HashMap<Object, Location>();
    var hits = new ArrayList<Hit>();
    site.locations()
        .filter(location -> !location.isRegex())
        .forEach(location -> {
          var how = location.isPrefix() ? "" : location.modifier();
          var first =
              seen.putIfAbsent(
                  List.of(location.scope().parent().flatMap(Scope::at), how, location.pattern()),
                  location);
          if (first != null) {
            hits.add(
                Hit.at(
                    location.at(),
                    "\"location "
                        + location.shown()
                        + "\" stands in "
                        + Line.of(first.at(), location.at())
                        + " already",
                    "join the two, or give one another path"));
          }
        });
    return hits.stream();
  }
}
