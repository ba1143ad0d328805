package lab.lint.mistake.meaning;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.lint.site.Site.Stated;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Word;

/** A return whose first word is neither a code nor a URL. */
public final class BadReturn implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "write return CODE, return CODE TEXT or return URL";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.all("return")
        .map(Stated::directive)
        .filter(statement -> !statement.args().isEmpty() && !fine(statement))
        .map(statement -> hit(statement.args().getFirst()));
  }

  private static boolean fine(Directive statement) {
    var first = statement.args().getFirst().text();
    boolean url =
        statement.args().size() == 1
            && (first.startsWith("http://")
                || first.startsWith("https://")
                || first.startsWith("$scheme"));
    return url || first.matches("\\d{1,3}");
  }

  private static Hit hit(Word word) {
    return word.text().startsWith("/")
        ? Hit.at(word, "return needs a code before a path", "write 302 before it")
            .replacing("302 " + word.span().raw())
        : Hit.at(
            word, "\"" + word + "\" is no status code", "write a number such as 200 or 404 first");
  }
}
