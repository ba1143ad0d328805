package lab.lint.advice.location;

import java.util.Set;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Location;
import lab.lint.site.Site;

/** A regex stands after one that takes everything it could take. */
public final class NeverReached implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "move it up, or delete it";
  }

  private static final Set<String> EVERYTHING =
      Set.of("", ".", ".*", ".+", "^", "^/", "/", "^/.*", "^/.*$", "^.*$", "/.*");

  @Override
  public Stream<Hit> check(Site site) {
    var regexes = site.locations().filter(Location::isRegex).toList();
    return regexes.stream()
        .flatMap(late ->
            regexes.stream()
                .takeWhile(early -> !early.equals(late))
                .filter(early -> early.scope().parent().equals(late.scope().parent()))
                .filter(early -> covers(early, late))
                .limit(1)
                .map(early ->
                    Hit.at(
                        late.at(),
                        "\"location "
                            + early.shown()
                            + "\" in line "
                            + early.at().line()
                            + " takes all that this could take",
                        "move this location above it, or delete it")));
  }

  private static boolean covers(Location early, Location late) {
    boolean sameCase = early.modifier().equals("~*") || late.modifier().equals("~");
    var literal = late.pattern().replaceAll("^\\^|\\$$", "").replaceAll("\\\\([./-])", "$1");
    boolean plain =
        literal.matches("[\\w/. -]+") && !late.pattern().replace("\\.", "").contains(".");
    return sameCase
        && (EVERYTHING.contains(early.pattern())
            || early.pattern().equals(late.pattern())
            || (plain
                && late.pattern().startsWith("^")
                && late.pattern().endsWith("$")
                && early.takes(literal)));
  }
}
