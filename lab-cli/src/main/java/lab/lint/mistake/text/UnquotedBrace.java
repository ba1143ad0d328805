package lab.lint.mistake.text;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
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
    return site.scopes()
        .flatMap(scope ->
            scope.block().stream()
                .filter(block -> !block.args().isEmpty() && block.block().isPresent())
                .flatMap(block ->
                    block.block().orElseThrow().directives().stream()
                        .limit(1)
                        .filter(first -> REST.matcher(first.name().text()).matches())
                        .filter(first -> first.name().span().start() == block.terminator().end())
                        .map(first -> hit(block.args().getLast().span(), first.name().span()))));
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
