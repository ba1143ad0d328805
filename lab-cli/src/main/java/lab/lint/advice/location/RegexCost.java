package lab.lint.advice.location;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Location;
import lab.lint.site.Site;

/** A repetition inside a repetition can take very long. */
public final class RegexCost implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "repeat only once";
  }

  private static final Pattern NESTED =
      Pattern.compile("\\((?:[^()\\\\]|\\\\.)*[+*](?:[^()\\\\]|\\\\.)*\\)(?:[+*]|\\{\\d+,)");

  @Override
  public Stream<Hit> check(Site site) {
    var locations =
        site.locations()
            .filter(Location::isRegex)
            .map(location -> location.directive().args().getLast());
    var rewrites =
        site.all("rewrite").flatMap(stated -> stated.directive().args().stream().limit(1));
    return Stream.concat(locations, rewrites)
        .filter(word -> NESTED.matcher(word.text()).find())
        .map(word ->
            Hit.at(
                word,
                "a repetition inside a repetition: some paths cost up to a second of CPU",
                "repeat once: (a+)+ is a+"));
  }
}
