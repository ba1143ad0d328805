package lab.lint.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.nginx.syntax.Span;

/**
 * Things by the block that they belong to, found without comparing every block with every other.
 */
final class ByScope<T> {
  private final Function<T, Scope> scopeOf;
  private final Map<Optional<Span>, List<T>> byPlace;

  private ByScope(Function<T, Scope> scopeOf, Map<Optional<Span>, List<T>> byPlace) {
    this.scopeOf = scopeOf;
    this.byPlace = byPlace;
  }

  static <T> ByScope<T> of(Stream<T> all, Function<T, Scope> scopeOf) {
    var byPlace =
        all.collect(
            Collectors.groupingBy(
                one -> scopeOf.apply(one).at(), HashMap::new, Collectors.toList()));
    return new ByScope<>(scopeOf, byPlace);
  }

  /** Those of a block, in file order. */
  Stream<T> in(Scope scope) {
    // a file that is included twice has its blocks twice at one place
    return byPlace.getOrDefault(scope.at(), List.of()).stream()
        .filter(one -> scopeOf.apply(one).equals(scope));
  }
}
