package lab.lint.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The locations of one block as nginx looks them up; no path is compared with every one. */
final class LocationTable {
  private final Map<String, Location> exact = new HashMap<>();
  private final TreeMap<String, Location> prefixes = new TreeMap<>();
  private final List<Location> regexes = new ArrayList<>();

  LocationTable(Stream<Location> locations) {
    locations.forEach(location -> {
      if (location.isExact()) {
        exact.putIfAbsent(location.pattern(), location);
      } else if (location.isPrefix()) {
        prefixes.putIfAbsent(location.pattern(), location);
      } else if (location.isRegex()) {
        regexes.add(location);
      }
    });
  }

  Optional<Location> exact(String path) {
    return Optional.ofNullable(exact.get(path));
  }

  /** The longest prefix that a path begins with. */
  Optional<Location> longestPrefix(String path) {
    var rest = path;
    for (var below = prefixes.floorEntry(rest); below != null; below = prefixes.floorEntry(rest)) {
      if (rest.startsWith(below.getKey())) {
        return Optional.of(below.getValue());
      }
      rest = rest.substring(0, common(rest, below.getKey()));
    }
    return Optional.empty();
  }

  /** Those with an expression, in file order. */
  Stream<Location> regexes() {
    return regexes.stream();
  }

  private static int common(String one, String other) {
    int at = 0;
    while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }
}
