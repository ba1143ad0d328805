package lab.lint.mistake.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.grammar.DirectiveRule;
import lab.nginx.grammar.Grammar;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/** An equals sign between a directive and its value. */
public final class EqualsSign implements Rule {
  /** Directives whose first argument may well begin with the sign. */
  private static final Set<String> TEXT =
      Set.of("sub_filter", "hash", "proxy_cache_key", "rewrite", "try_files", "error_page");

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "write a blank between the directive and its value";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.placed().filter(placed -> placed.context().isPresent()).flatMap(EqualsSign::hits);
  }

  private static Stream<Hit> hits(Placed placed) {
    var statement = placed.statement();
    var name = statement.name().text();
    int sign = name.indexOf('=');
    if (sign > 0 && known(name.substring(0, sign))) {
      int from = statement.name().span().start() + sign;
      return Stream.of(hit(new Span(statement.name().span().source(), from, from + 1), " "));
    }
    return rule(placed)
        .filter(rule -> !statement.is("location") && !statement.is("if"))
        .flatMap(rule -> sign(statement.args(), rule))
        .map(at -> hit(at, ""))
        .stream();
  }

  /** A sign before the first argument, or one that makes an argument too many. */
  private static Optional<Span> sign(List<Word> args, DirectiveRule rule) {
    if (args.isEmpty()) {
      return Optional.empty();
    }
    var first = args.getFirst().span();
    if (first.raw().equals("=") || (first.raw().startsWith("=") && !TEXT.contains(rule.name()))) {
      return Optional.of(new Span(first.source(), first.start(), first.start() + 1));
    }
    boolean oneTooMany =
        !rule.arguments().accepts(args.size()) && rule.arguments().accepts(args.size() - 1);
    return args.stream()
        .skip(1)
        .map(Word::span)
        .filter(word -> oneTooMany && word.raw().equals("="))
        .findFirst();
  }

  private static Optional<DirectiveRule> rule(Placed placed) {
    return placed
        .context()
        .flatMap(context -> Grammar.stock().rule(placed.statement().name().text(), context));
  }

  private static Hit hit(Span at, String text) {
    var hit =
        Hit.at(
            at, "nginx sets no value by =", text.isEmpty() ? "delete it" : "write a blank instead");
    return text.isEmpty() ? hit.deleting() : hit.replacing(text);
  }

  private static boolean known(String name) {
    return Grammar.stock().names().contains(name);
  }
}
