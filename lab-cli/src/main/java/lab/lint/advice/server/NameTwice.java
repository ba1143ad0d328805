package lab.lint.advice.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Line;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Listen;
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
    var seen = new HashMap<String, Span>();
    var hits = new ArrayList<Hit>();
    site.servers()
        .forEach(server -> {
          var names = names(server);
          site.listens(server)
              .map(Listen::address)
              .forEach(address ->
                  names.forEach((name, word) -> {
                    var place = address + " " + name.toLowerCase(Locale.ROOT);
                    var first = seen.putIfAbsent(place, word);
                    if (first != null && !first.equals(word)) {
                      hits.add(hit(word, first));
                    }
                  }));
        });
    return hits.stream();
  }

  private static Hit hit(Span word, Span first) {
    return Hit.at(
        word,
        "the server in "
            + Line.of(first, word)
            + " has this address and name already: nginx ignores this one",
        "give it another name or port");
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
