package lab.nginx.routing;

import java.util.Optional;
import java.util.Set;
import lab.nginx.grammar.Release;

/**
 * What an answer depends on besides the configuration.
 *
 * @param live the upstream addresses that answer; empty for all of them
 * @param release the nginx that would run; empty when it is not known
 */
public record Surroundings(Optional<Set<String>> live, Optional<Release> release) {
  public Surroundings {
    live = live.map(Set::copyOf);
  }

  /** Everything answers. */
  public static Surroundings allUp() {
    return new Surroundings(Optional.empty(), Optional.empty());
  }

  /** Only these addresses answer. */
  public static Surroundings up(Set<String> addresses) {
    return new Surroundings(Optional.of(addresses), Optional.empty());
  }

  public boolean answers(String address) {
    return live.map(addresses -> addresses.contains(address)).orElse(true);
  }
}
