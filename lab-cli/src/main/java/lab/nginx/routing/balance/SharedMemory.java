package lab.nginx.routing.balance;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lab.nginx.syntax.Block;
import lab.nginx.syntax.Directive;

/**
 * What the caches and limits of one nginx, fresh at first, may hold after the requests so far. It
 * counts in the worst case, as if no time passed and everything was kept, so that what it says is
 * certain.
 */
public final class SharedMemory {
  private final Map<String, String> limitKeys = new HashMap<>();
  private final Map<String, Integer> counted = new HashMap<>();
  private final Set<String> cached = new HashSet<>();
  private int unknown;

  SharedMemory(List<Directive> top) {
    top.stream()
        .filter(one -> one.is("http"))
        .flatMap(http -> http.block().map(Block::directives).stream())
        .flatMap(List::stream)
        .filter(one -> one.is("limit_req_zone"))
        .forEach(zone -> limitKeys.put(nameOf(zone), zone.args().getFirst().text()));
  }

  /** What a zone of {@code limit_req} counts by; empty for a zone that is not declared. */
  public Optional<String> limitKey(String zone) {
    return Optional.ofNullable(limitKeys.get(zone));
  }

  /**
   * Counts one more request in a zone.
   *
   * @return the requests before it that may still count against it
   */
  public int before(String zone, String key) {
    return counted.merge(zone + " " + key, 1, Integer::sum) - 1 + unknown;
  }

  /** Whether an answer is surely not in a cache yet; from now on it may be. */
  public boolean absent(String zone, String key) {
    return cached.add(zone + " " + key) && unknown == 0;
  }

  /** A request went a way that cannot be told: it may have been counted and kept anywhere. */
  void unsettle() {
    unknown++;
  }

  private static String nameOf(Directive zone) {
    return zone.args().stream()
        .map(word -> word.text())
        .filter(word -> word.startsWith("zone="))
        .map(word -> word.substring("zone=".length()).replaceFirst(":.*", ""))
        .findFirst()
        .orElse("");
  }
}
