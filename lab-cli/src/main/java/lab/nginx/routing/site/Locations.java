package lab.nginx.routing.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.nginx.routing.pattern.BytePattern;
import lab.nginx.syntax.Directive;

/**
 * The locations of one block.
 *
 * @param all in file order, those of included files where they were included
 */
public record Locations(List<Location> all) {
  public Locations {
    all = List.copyOf(all);
  }

  static Locations in(Scope scope) {
    var found = new ArrayList<Location>();
    for (var statement : scope.own("location")) {
      found.add(location(statement, scope.inner(statement)));
    }
    return new Locations(found);
  }

  /** The location of exactly this path. */
  public Optional<Location> exact(String path) {
    return first(Location.Kind.EXACT, path);
  }

  /** The prefix location of exactly this name. */
  public Optional<Location> prefix(String name) {
    return first(Location.Kind.PREFIX, name).or(() -> first(Location.Kind.PREFIX_FIRST, name));
  }

  public Optional<Location> named(String name) {
    return first(Location.Kind.NAMED, name);
  }

  /** The prefix locations that a path begins with, longest first. */
  public List<Location> prefixesOf(String path) {
    return all.stream()
        .filter(
            one -> one.kind() == Location.Kind.PREFIX || one.kind() == Location.Kind.PREFIX_FIRST)
        .filter(one -> path.startsWith(one.name()))
        .sorted((a, b) -> b.name().length() - a.name().length())
        .toList();
  }

  public List<Location> expressions() {
    return all.stream().filter(one -> one.kind() == Location.Kind.EXPRESSION).toList();
  }

  private Optional<Location> first(Location.Kind kind, String name) {
    return all.stream().filter(one -> one.kind() == kind && one.name().equals(name)).findFirst();
  }

  private static Location location(Directive statement, Scope scope) {
    var args = statement.args();
    var first = args.isEmpty() ? "" : args.getFirst().text();
    if (args.size() > 1) {
      return location(first, args.get(1).text(), scope);
    }
    for (var modifier : List.of("=", "^~", "~*", "~")) {
      if (first.startsWith(modifier)) {
        return location(modifier, first.substring(modifier.length()), scope);
      }
    }
    return location("", first, scope);
  }

  private static Location location(String modifier, String name, Scope scope) {
    var kind =
        switch (modifier) {
          case "=" -> Location.Kind.EXACT;
          case "^~" -> Location.Kind.PREFIX_FIRST;
          case "~", "~*" -> Location.Kind.EXPRESSION;
          default -> name.startsWith("@") ? Location.Kind.NAMED : Location.Kind.PREFIX;
        };
    var pattern =
        kind == Location.Kind.EXPRESSION
            ? Optional.of(BytePattern.of(name, modifier.equals("~*")))
            : Optional.<BytePattern>empty();
    return new Location(kind, name, pattern, scope, in(scope));
  }
}
