package lab.lint.advice.upstream;

import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;

/** A POST that failed half-way is sent again. */
public final class RetryPosts implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "take non_idempotent out of proxy_next_upstream";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return site.all("proxy_next_upstream")
        .flatMap(stated -> stated.directive().args().stream())
        .filter(word -> word.text().equals("non_idempotent"))
        .map(word ->
            Hit.at(word, "a POST may be carried out twice", "delete this word").replacing(""));
  }
}
