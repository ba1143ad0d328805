package lab.lint.advice.location;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Location;
import lab.lint.site.Site;

/** An unescaped dot matches any character. */
public final class RegexDot implements Rule {
  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public String advice() {
    return "write \\. for a dot";
  }

  private static final Pattern DOT = Pattern.compile("(?<!\\\\)\\.(?=\\w+\\$?$|\\()");

  /** An unclosed one reaches to the end: each byte is looked at once, however many open. */
  private static final Pattern CLASS = Pattern.compile("\\[[^\\]]*(?:\\]|\\z)");

  @Override
  public Stream<Hit> check(Site site) {
    return site.locations()
        .filter(Location::isRegex)
        .filter(location -> DOT.matcher(CLASS.matcher(location.pattern()).replaceAll("")).find())
        .map(location ->
            Hit.at(location.at(), "the dot stands for any character here", "write \\. for a dot"));
  }
}
