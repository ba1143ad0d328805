package lab.lint.advice.location;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    var blocks = new HashMap<Optional<Span>, Earlier>();
    return site.locations()
        .filter(Location::isRegex)
        .flatMap(late -> {
          var earlier =
              blocks.computeIfAbsent(
                  late.scope().parent().flatMap(Scope::at), block -> new Earlier(site));
          var taker = earlier.taker(late);
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

  /** The expressions of one block so far, by what they are asked for: not each about each other. */
  private static final class Earlier {
    private final Site site;
    private final List<Location> all = new ArrayList<>();
    private final Map<String, List<Location>> byPattern = new HashMap<>();
    private final List<Location> takingEverything = new ArrayList<>();

    Earlier(Site site) {
      this.site = site;
    }

    void add(Location location) {
      all.add(location);
      byPattern.computeIfAbsent(location.pattern(), same -> new ArrayList<>()).add(location);
      if (EVERYTHING.contains(location.pattern())) {
        takingEverything.add(location);
      }
    }

    /** One that takes all that a later one could take. */
    Optional<Location> taker(Location late) {
      var same = byPattern.getOrDefault(late.pattern(), List.of());
      var only = literal(late).filter(path -> site.isPatient());
      return Stream.of(
              takingEverything.stream(),
              same.stream(),
              only.stream().flatMap(path -> all.stream().filter(early -> site.takes(early, path))))
          .flatMap(some -> some.filter(early -> sameCase(early, late)))
          .findFirst();
    }

    private static boolean sameCase(Location early, Location late) {
      return early.modifier().equals("~*") || late.modifier().equals("~");
    }
  }
}
