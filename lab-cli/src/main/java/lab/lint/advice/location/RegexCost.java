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

  private static final Pattern TOKEN =
      Pattern.compile("\\\\.|[()\\[\\]+*]|\\{\\d+,", Pattern.DOTALL);

  @Override
  public Stream<Hit> check(Site site) {
    var locations =
        site.locations()
            .filter(Location::isRegex)
            .map(location -> location.directive().args().getLast());
    var rewrites =
        site.all("rewrite").flatMap(stated -> stated.directive().args().stream().limit(1));
    return Stream.concat(locations, rewrites)
        .filter(word -> nested(word.text()))
        .map(word ->
            Hit.at(
                word,
                "a repetition inside a repetition: some paths cost up to a second of CPU",
                "repeat once: (a+)+ is a+"));
  }

  /**
   * Whether an innermost group that repeats something is repeated itself. Read token by token: a
   * regex that looks for this would itself be one that takes too long on some.
   */
  private static boolean nested(String regex) {
    boolean inClass = false;
    boolean inGroup = false;
    boolean repeats = false;
    int closed = -1;
    var tokens = TOKEN.matcher(regex);
    while (tokens.find()) {
      char token = tokens.group().charAt(0);
      if (inClass) {
        inClass = token != ']';
      } else if (token == '[') {
        inClass = true;
      } else if (token == '(') {
        inGroup = true;
        repeats = false;
      } else if (token == ')') {
        closed = inGroup && repeats ? tokens.end() : -1;
        inGroup = false;
      } else if (token == '+' || token == '*' || token == '{') {
        if (tokens.start() == closed) {
          return true;
        }
        repeats |= inGroup && token != '{';
      }
    }
    return false;
  }
}
