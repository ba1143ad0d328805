package lab.nginx.routing.site;

import java.util.Optional;
import java.util.stream.Collectors;
import lab.nginx.routing.pattern.BytePattern;
import lab.nginx.syntax.Word;

/**
 * A location.
 *
 * @param kind how it compares itself with a path
 * @param name the path, expression or name, without its modifier
 * @param pattern the expression, for a location that is one
 * @param scope its block
 * @param nested the locations in it
 */
public record Location(
    Kind kind, String name, Optional<BytePattern> pattern, Scope scope, Locations nested) {
  /** How a location compares itself with a path. */
  public enum Kind {
    /** {@code =}: the path is this. */
    EXACT,
    /** The path begins with this. */
    PREFIX,
    /** {@code ^~}: the path begins with this, and expressions are not asked. */
    PREFIX_FIRST,
    /** {@code ~} or {@code ~*}: the expression is found in the path. */
    EXPRESSION,
    /** {@code @name}: reached by internal redirects only. */
    NAMED
  }

  /** The words after {@code location}, one blank between. */
  public String text() {
    return scope.statement().args().stream().map(Word::text).collect(Collectors.joining(" "));
  }

  /** Whether the same path without its last slash is redirected here. */
  public boolean redirectsBareName() {
    return name.endsWith("/")
        && scope.statements().stream()
            .anyMatch(one -> Handlers.PASSING.contains(one.name().text()));
  }
}
