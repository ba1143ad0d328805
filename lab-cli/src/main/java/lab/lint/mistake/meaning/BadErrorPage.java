package lab.lint.mistake.meaning;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.lint.site.Site.Stated;

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
                .limit(1))
        .map(word ->
            Hit.at(
                word,
                "\"" + word + "\" is no status code from 300 to 599",
                "name each code, such as 502 504"));
  }
}
