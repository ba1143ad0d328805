package lab.lint.mistake.text;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lab.lint.rule.Edit;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.lint.site.Site.Misused;
import lab.nginx.grammar.Misuse;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;

/** Another bracket in place of a brace, or a semicolon before one. */
public final class WrongBrace implements Rule {
  private static final Set<Character> CLOSERS = Set.of(')', ']');

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "open a block with { and close it with }";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.misused().flatMap(misused -> hit(misused).stream());
  }

  private static Optional<Hit> hit(Misused misused) {
    var statement = misused.statement();
    return switch (misused.misuse()) {
      case Misuse.BlockMissing _ -> instead(statement);
      case Misuse.Unknown _ -> closer(statement);
      case Misuse.WrongContext _, Misuse.BlockNotAllowed _, Misuse.WrongCount _ -> Optional.empty();
    };
  }

  /** What stands where the opening brace belongs. */
  private static Optional<Hit> instead(Directive statement) {
    var end = statement.terminator();
    var text = end.source().text();
    int next = afterBlanks(text, end.end());
    if (next == text.length()) {
      return Optional.empty();
    }
    if (end.length() == 1 && text.charAt(next) == '{') {
      return Optional.of(
          Hit.at(end, "this \";\" ends \"" + statement.name() + "\" before its block", "delete it")
              .with(new Edit(new Span(end.source(), end.start(), next), " ")));
    }
    boolean sameLine = text.substring(end.end(), next).indexOf('\n') < 0;
    return end.length() == 0 && text.charAt(next) == '}' && sameLine
        ? Optional.of(
            Hit.at(
                    new Span(end.source(), next, next + 1),
                    "\"" + statement.name() + "\" opens a block here",
                    "write { instead")
                .replacing("{"))
        : Optional.empty();
  }

  /** A closing bracket that begins a line, with or without a semicolon. */
  private static Optional<Hit> closer(Directive statement) {
    var name = statement.name().span();
    if (name.length() != 1 || !CLOSERS.contains(name.raw().charAt(0))) {
      return Optional.empty();
    }
    boolean semicolon = statement.args().isEmpty() && statement.terminator().raw().equals(";");
    var all =
        new Span(
            name.source(), name.start(), semicolon ? statement.terminator().end() : name.end());
    return Optional.of(
        Hit.at(all, "this closes no block: } does", "write } instead").replacing("}"));
  }

  private static int afterBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
