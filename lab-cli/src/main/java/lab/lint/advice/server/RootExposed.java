package lab.lint.advice.server;

import java.util.Set;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** The whole disk is served. */
public final class RootExposed implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "name the folder that is to be served";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.all("root")
        .flatMap(stated -> stated.directive().args().stream())
        .filter(word -> Set.of("/", "/etc", "/etc/", "/root", "/home").contains(word.text()))
        .map(word ->
            Hit.at(
                word,
                "every file that nginx may read under " + word + " can be fetched",
                "name the folder that is meant"));
  }
}
