package lab.lint.advice.server;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** A header's value holds a line end. */
public final class MultilineHeader implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "write the value on one line";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return Stream.of("add_header", "proxy_set_header")
        .flatMap(site::all)
        .flatMap(stated -> stated.directive().args().stream())
        .filter(word -> word.text().contains("\n"))
        .map(word ->
            Hit.at(
                word,
                "the line end is sent inside the header, which is not allowed",
                "write the value on one line"));
  }
}
