package lab.lint.advice.server;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** A second Content-Type is added to the answer. */
public final class ContentTypeHeader implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "use default_type";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.all("add_header")
        .flatMap(stated -> stated.directive().args().stream().limit(1))
        .filter(word -> word.text().equalsIgnoreCase("content-type"))
        .map(word ->
            Hit.at(word, "the answer gets two Content-Type headers", "write default_type instead"));
  }
}
