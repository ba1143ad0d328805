package lab.lint.mistake.text;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.lint.rule.Edit;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.grammar.Misuse;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;

/** A brace inside an unquoted regex opens a block. */
public final class UnquotedBrace implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "put the regex into quotes";
  }

  private static final Pattern REST = Pattern.compile("\\d+(,\\d*)?\\}.*");

  @Override
  public Stream<Hit> check(Site site) {
    var regexes =
        site.scopes()
            .flatMap(scope ->
                scope.block().stream()
                    .filter(block -> !block.args().isEmpty() && block.block().isPresent())
                    .flatMap(block ->
                        block.block().orElseThrow().directives().stream()
                            .limit(1)
                            .filter(first -> REST.matcher(first.name().text()).matches())
                            .filter(
                                first -> first.name().span().start() == block.terminator().end())
                            .map(
                                first -> hit(block.args().getLast().span(), first.name().span()))));
    var texts =
        site.misused()
            .filter(misused -> misused.misuse() instanceof Misuse.BlockNotAllowed)
            .flatMap(misused -> text(misused.statement()).stream());
    return Stream.concat(regexes, texts);
  }

  /** Braces of a text, such as JSON, that close on the line on which they open. */
  private static Optional<Hit> text(Directive statement) {
    var open = statement.terminator();
    var file = open.source().text();
    int lineEnd = file.indexOf('\n', open.start());
    var rest = file.substring(open.start(), lineEnd < 0 ? file.length() : lineEnd);
    int close = rest.lastIndexOf('}');
    var before = statement.args().isEmpty() ? statement.name() : statement.args().getLast();
    if (close < 0 || !rest.substring(close + 1).matches("\\s*;.*")) {
      return Optional.empty();
    }
    boolean glued = before.span().end() == open.start();
    var text =
        new Span(
            open.source(), glued ? before.span().start() : open.start(), open.start() + close + 1);
    var whole = new Span(open.source(), text.start(), file.indexOf(';', open.start() + close) + 1);
    var message = "the { in this text opens a block for nginx";
    if (glued || text.raw().matches("\\{+ ?\\w+ ?\\}+") || text.raw().contains("'")) {
      return Optional.of(
          Hit.at(whole, message, "write $name for a variable, or put the whole text into quotes"));
    }
    var quoted = "'" + text.raw() + "'";
    return Optional.of(Hit.at(whole, message, "quote it: " + quoted).with(new Edit(text, quoted)));
  }

  private static Hit hit(Span regex, Span rest) {
    var whole = new Span(regex.source(), regex.start(), rest.end());
    return Hit.at(
            whole,
            "the { in this regex opens a block for nginx",
            "quote it: \"" + whole.raw() + "\"")
        .replacing("\"" + whole.raw() + "\"");
  }
}
