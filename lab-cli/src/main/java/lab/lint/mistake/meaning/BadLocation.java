package lab.lint.mistake.meaning;

import java.util.Set;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Location;
import lab.lint.site.Site;

/** A location that nginx cannot place. */
public final class BadLocation implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "write location, an optional modifier, and a path";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return Stream.concat(
        site.locations().flatMap(BadLocation::modifier),
        site.locations().flatMap(inner -> nested(site, inner)));
  }

  private static Stream<Hit> modifier(Location location) {
    var args = location.directive().args();
    return args.size() == 2 && !Set.of("=", "^~", "~", "~*").contains(args.getFirst().text())
        ? Stream.of(
            Hit.at(
                args.getFirst(),
                "\"" + args.getFirst() + "\" is no modifier of a location",
                args.getFirst().text().equals("*~")
                    ? "write ~*"
                    : "one location takes one path; the modifiers are =, ^~, ~ and ~*"))
        : Stream.empty();
  }

  private static Stream<Hit> nested(Site site, Location inner) {
    return inner.scope().parent().flatMap(site::location).stream()
        .flatMap(outer -> misplaced(inner, outer));
  }

  private static Stream<Hit> misplaced(Location inner, Location outer) {
    if (inner.isNamed()) {
      return Stream.of(
          Hit.at(
              inner.at(),
              "a named location may only stand in the server itself",
              "move it out of \"location " + outer.shown() + "\""));
    }
    if (outer.isExact() || outer.isNamed()) {
      return Stream.of(
          Hit.at(
              inner.at(),
              "no location may stand in \"location " + outer.shown() + "\"",
              "move it out"));
    }
    return outer.isPrefix() && !inner.isRegex() && !inner.pattern().startsWith(outer.pattern())
        ? Stream.of(
            Hit.at(
                inner.at(),
                inner.pattern()
                    + " is outside of \"location "
                    + outer.shown()
                    + "\", in which it stands",
                "close \"location " + outer.shown() + "\" before it"))
        : Stream.empty();
  }
}
