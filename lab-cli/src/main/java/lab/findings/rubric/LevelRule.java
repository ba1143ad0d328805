package lab.findings.rubric;

import java.util.Collection;
import java.util.List;

/**
 * When a level is reached: any of the alternatives holds.
 *
 * @param alternatives each a list of demands that must hold together
 */
public record LevelRule(List<List<Demand>> alternatives) {
  public LevelRule {
    alternatives = alternatives.stream().map(List::copyOf).toList();
  }

  /** Whether the facets found satisfy the rule. */
  public boolean holds(Collection<String> found) {
    return alternatives.stream()
        .anyMatch(all -> all.stream().allMatch(demand -> demand.holds(found)));
  }

  /**
   * At least so many of these facets.
   *
   * @param count how many, from 1
   * @param facets names
   */
  public record Demand(int count, List<String> facets) {
    public Demand {
      facets = List.copyOf(facets);
    }

    boolean holds(Collection<String> found) {
      return facets.stream().filter(found::contains).count() >= count;
    }
  }
}
