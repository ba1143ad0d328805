package lab.lint.mistake.variable;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.lint.rule.Edit;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/** A dollar sign with which no variable begins. */
public final class BrokenVariable implements Rule {
  /**
   * A name in braces that are not closed, one in parentheses, or anything else that is no name.
   *
   * <p>Source: ngx_http_script_compile.
   */
  private static final Pattern BROKEN =
      Pattern.compile("\\$(?:\\{(\\w++)(?!\\})|\\((\\w++)\\)|\\{\\W|(?![\\w{]))");

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "write a variable as $name or ${name}";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return Expanded.words(site)
        .flatMap(word ->
            BROKEN.matcher(word.span().raw()).results().limit(1).map(found -> hit(word, found)));
  }

  private static Hit hit(Word word, MatchResult found) {
    var at = part(word, found.start(), found.end());
    if (found.group(1) != null) {
      var hit =
          Hit.at(at, "the brace of this variable is not closed", "write ${" + found.group(1) + "}");
      boolean closedLater = word.span().raw().indexOf('}', found.end()) >= 0;
      return closedLater ? hit : hit.with(new Edit(part(word, found.end(), found.end()), "}"));
    }
    if (found.group(2) != null) {
      return Hit.at(
              at, "nginx writes no variable in parentheses", "write ${" + found.group(2) + "}")
          .replacing("${" + found.group(2) + "}");
    }
    return Hit.at(at, "no variable begins at this dollar sign", "write $name, or take it out");
  }

  private static Span part(Word word, int from, int to) {
    var span = word.span();
    return new Span(span.source(), span.start() + from, span.start() + to);
  }
}
