package lab.lint.advice.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Scope;
import lab.lint.site.Site;
import lab.nginx.syntax.Span;

/** Two servers have the same address and the same name, and the second is never asked. */
public final class NameTwice implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "give one of them another name or address";
  }

  @Override
  public Stream<Hit> check(Site site) {
    var seen = new HashMap<String, Integer>();
    var hits = new ArrayList<Hit>();
    site.listens()
        .forEach(listen ->
            names(listen.scope())
                .forEach((name, word) -> {
                  var first =
                      seen.putIfAbsent(
                          listen.address() + " " + name.toLowerCase(Locale.ROOT), word.line());
                  if (first != null && first != word.line()) {
                    hits.add(
                        Hit.at(
                            word,
                            "the server in line "
                                + first
                                + " has this address and name already: nginx ignores this one",
                            "give it another name or port"));
                  }
                }));
    return hits.stream();
  }

  private static Map<String, Span> names(Scope server) {
    var names = new HashMap<String, Span>();
    server
        .own("server_name")
        .flatMap(statement -> statement.args().stream())
        .forEach(word -> names.put(word.text(), word.span()));
    if (names.isEmpty()) {
      server.block().ifPresent(block -> names.put("", block.name().span()));
    }
    return names;
  }
}
