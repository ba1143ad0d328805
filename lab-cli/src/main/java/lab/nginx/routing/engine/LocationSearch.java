package lab.nginx.routing.engine;

import java.util.Optional;
import lab.nginx.routing.pattern.BytePattern;
import lab.nginx.routing.site.Location;
import lab.nginx.routing.site.Locations;

/**
 * Finds the location of a path: exact, then the longest prefix, then the first expression in file
 * order, the same again inside what was found.
 *
 * <p>Source: nginx, {@code ngx_http_core_find_location}.
 */
final class LocationSearch {
  /** How sure a search is of what it found. */
  private enum Certainty {
    /** Nothing fits. */
    NONE,
    /** A prefix fits; an expression may still win. */
    PREFIX,
    /** This and no other. */
    FINAL,
    /** A location of this path with a slash behind it: the client is redirected there. */
    SLASH
  }

  private final String path;
  private final Variables variables;
  private Optional<Location> current = Optional.empty();
  private String rule = "no location fits";

  LocationSearch(String path, Variables variables) {
    this.path = path;
    this.variables = variables;
  }

  /** Whether the client is to be redirected to the path with a slash behind it. */
  boolean search(Locations locations) {
    return find(locations) == Certainty.SLASH;
  }

  Optional<Location> found() {
    return current;
  }

  /** The rule that decided, for a person. */
  String rule() {
    return rule;
  }

  private Certainty find(Locations here) {
    var certainty = fixed(here);
    boolean expressionsAsked = true;
    if (certainty == Certainty.PREFIX) {
      var prefix = current.orElseThrow();
      expressionsAsked = prefix.kind() != Location.Kind.PREFIX_FIRST;
      certainty = find(prefix.nested());
    }
    if (certainty == Certainty.FINAL || certainty == Certainty.SLASH || !expressionsAsked) {
      return certainty;
    }
    for (var location : here.expressions()) {
      var match = location.pattern().orElseThrow().find(path);
      if (match.isPresent()) {
        variables.captured(match.get());
        taken(location, overPrefix(location.pattern().orElseThrow()));
        find(location.nested());
        return Certainty.FINAL;
      }
    }
    return certainty;
  }

  private Certainty fixed(Locations here) {
    var exact = here.exact(path);
    if (exact.isPresent()) {
      taken(exact.get(), "exact match");
      return Certainty.FINAL;
    }
    var same = here.prefix(path);
    if (same.isEmpty()) {
      var slash = path + "/";
      boolean redirects =
          here.exact(slash).filter(Location::redirectsBareName).isPresent()
              || here.prefix(slash).filter(Location::redirectsBareName).isPresent();
      if (redirects) {
        var target = here.exact(slash).or(() -> here.prefix(slash)).orElseThrow();
        taken(target, "it proxies \"" + slash + "\", so \"" + path + "\" is redirected to it");
        return Certainty.SLASH;
      }
    }
    var prefixes = here.prefixesOf(path);
    if (prefixes.isEmpty()) {
      return Certainty.NONE;
    }
    var longest = prefixes.getFirst();
    boolean stops = longest.kind() == Location.Kind.PREFIX_FIRST;
    var lost =
        prefixes.size() > 1 ? "; \"" + prefixes.get(1).text() + "\" fits too, but is shorter" : "";
    taken(longest, "longest prefix" + (stops ? ", and ^~ stops expressions" : "") + lost);
    return Certainty.PREFIX;
  }

  private String overPrefix(BytePattern pattern) {
    var over = current.map(prefix -> " over the prefix \"" + prefix.text() + "\"").orElse("");
    return "first expression in file order that is found in the path, " + pattern.source() + over;
  }

  private void taken(Location location, String why) {
    current = Optional.of(location);
    rule = why;
  }
}
