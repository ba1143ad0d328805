package lab.lint.mistake.meaning;

import java.util.HashMap;
import java.util.Locale;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Line;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.lint.site.Upstream;

/** Two upstreams have the same name. */
public final class DuplicateUpstream implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "give it another name";
  }

  @Override
  public Stream<Hit> check(Site site) {
    var seen = new HashMap<String, Upstream>();
    return site.upstreams()
        .flatMap(group -> {
          var first = seen.putIfAbsent(group.name().text().toLowerCase(Locale.ROOT), group);
          return first == null
              ? Stream.empty()
              : Stream.of(
                  Hit.at(
                      group.name(),
                      "an upstream \""
                          + group.name()
                          + "\" stands in "
                          + Line.of(first.name().span(), group.name().span())
                          + " already",
                      "give it another name, or join the two"));
        });
  }
}
