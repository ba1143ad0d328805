package lab.lint.mistake.meaning;

import java.util.HashMap;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Line;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Listen;
import lab.lint.site.Site;
import lab.nginx.syntax.Span;

/** Two servers claim to be the default one of an address. */
public final class DuplicateDefault implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "keep one default_server for each address";
  }

  @Override
  public Stream<Hit> check(Site site) {
    var seen = new HashMap<String, Listen>();
    return site.listens()
        .filter(Listen::isDefault)
        .flatMap(listen -> {
          var first = seen.putIfAbsent(listen.address(), listen);
          return first == null || first.scope().equals(listen.scope())
              ? Stream.empty()
              : Stream.of(hit(listen, first.directive().name().span()));
        });
  }

  private static Hit hit(Listen listen, Span first) {
    var word =
        listen.directive().args().stream()
            .filter(arg -> arg.text().startsWith("default"))
            .findFirst()
            .orElseThrow();
    return Hit.at(
            word,
            "the server that listens in "
                + Line.of(first, word.span())
                + " is the default one already",
            "delete this word")
        .replacing("");
  }
}
