package lab.lint.advice.location;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Location;
import lab.lint.site.Scope;
import lab.lint.site.Site;
import lab.nginx.syntax.Span;

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
    var byBlock = new HashMap<Optional<Span>, List<Location>>();
    return site.locations()
        .filter(Location::isRegex)
        .flatMap(late -> {
          var earlier =
              byBlock.computeIfAbsent(
                  late.scope().parent().flatMap(Scope::at), block -> new ArrayList<>());
          var only = literal(late);
          var taker =
              earlier.stream()
                  .filter(early -> early.scope().parent().equals(late.scope().parent()))
                  .filter(early -> covers(site, early, late, only))
                  .findFirst();
          if (taker.isEmpty()) {
            // what is never reached takes nothing from those after it
            earlier.add(late);
          }
          return taker.map(early -> hit(early, late)).stream();
        });
  }

  private static Hit hit(Location early, Location late) {
    return Hit.at(
        late.at(),
        "\"location "
            + early.shown()
            + "\" in line "
            + early.at().line()
            + " takes all that this could take",
        "move this location above it, or delete it");
  }

  private static boolean covers(Site site, Location early, Location late, Optional<String> only) {
    boolean sameCase = early.modifier().equals("~*") || late.modifier().equals("~");
    if (!sameCase) {
      return false;
    }
    if (EVERYTHING.contains(early.pattern()) || early.pattern().equals(late.pattern())) {
      return true;
    }
    return only.filter(path -> site.takes(early, path)).isPresent();
  }

  /** The one path that an expression takes, when it is plain. */
  private static Optional<String> literal(Location late) {
    var pattern = late.pattern();
    if (!pattern.startsWith("^") || !pattern.endsWith("$")) {
      return Optional.empty();
    }
    var path =
        pattern.substring(1, Math.max(1, pattern.length() - 1)).replaceAll("\\\\([./-])", "$1");
    boolean plain = path.matches("[\\w/. -]+") && !pattern.replace("\\.", "").contains(".");
    return Optional.of(path).filter(one -> plain);
  }
}
