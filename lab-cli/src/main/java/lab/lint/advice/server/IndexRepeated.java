package lab.lint.advice.server;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.syntax.Word;

/** The same index is written in several locations. */
public final class IndexRepeated implements Rule {
  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public String advice() {
    return "write index once, in the server";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.servers()
        .flatMap(server -> {
          var seen = new HashSet<List<String>>();
          return server
              .children("location")
              .flatMap(location -> location.own("index"))
              .filter(index -> !seen.add(index.args().stream().map(Word::text).toList()))
              .map(index ->
                  Hit.at(
                      index,
                      "the same index stands in a location above",
                      "write it once, in the server"));
        });
  }
}
