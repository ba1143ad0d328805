package lab.lint.mistake.meaning;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.lint.site.Site.Stated;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Word;

/** An error page for something that is no status code. */
public final class BadErrorPage implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "name codes from 300 to 599, then a path";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.all("error_page")
        .map(Stated::directive)
        .filter(statement -> statement.args().size() > 1)
        .flatMap(statement ->
            statement.args().subList(0, statement.args().size() - 1).stream()
                .filter(word -> !word.text().startsWith("="))
                .filter(word -> !word.text().matches("[345]\\d\\d"))
                .limit(1)
                .map(word -> hit(statement, word)));
  }

  private static Hit hit(Directive statement, Word word) {
    var message = "\"" + word + "\" is no status code from 300 to 599";
    int at = statement.args().indexOf(word);
    if (at > 0 && statement.args().get(at - 1).text().equals("=") && word.text().matches("\\d+")) {
      return Hit.at(
              Hit.across(statement.args().get(at - 1), word),
              "= and the code of the answer are one word",
              "write =" + word)
          .replacing("=" + word);
    }
    return word.text().matches("[345]\\d\\d[,;:]")
        ? Hit.at(word, message, "write " + word.text().substring(0, 3))
            .replacing(word.text().substring(0, 3))
        : Hit.at(word, message, "name each code, such as 502 504");
  }
}
