package lab.lint.mistake.text;

import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.grammar.Grammar;
import lab.nginx.grammar.Misuse;
import lab.nginx.syntax.Span;

/** A directive and its value are written as one word. */
public final class MissingBlank implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "write a blank after the directive";
  }

  @Override
  public Stream<Hit> check(Site site) {
    var splits = new HashMap<String, Optional<Integer>>();
    return site.misused()
        .filter(misused -> misused.misuse() instanceof Misuse.Unknown)
        .map(misused -> misused.statement().name())
        .flatMap(name ->
            splits.computeIfAbsent(name.text(), MissingBlank::split).stream()
                .map(length -> {
                  int at = name.span().start() + length;
                  return Hit.at(
                          new Span(name.span().source(), at, at),
                          "a blank is missing after \"" + name.text().substring(0, length) + "\"",
                          "add a blank here")
                      .replacing(" ");
                }));
  }

  private static Optional<Integer> split(String word) {
    return Grammar.stock().names().stream()
        .filter(known -> word.startsWith(known) && word.length() > known.length())
        .filter(known -> begins(word.substring(known.length())))
        .map(String::length)
        .max(Integer::compare);
  }

  private static boolean begins(String value) {
    return value.startsWith("http://") || value.matches("(?s)[\\d/~^\"'$\\[(*@].*");
  }
}
