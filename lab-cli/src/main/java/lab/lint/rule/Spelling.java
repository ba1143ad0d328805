package lab.lint.rule;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.problem.Nearest;

/**
 * Finds the names that a person meant, in one look through a file. Each misspelt name is searched
 * for once, and only so many different ones: a file of nothing but misspelt names is not worth a
 * search for each.
 */
public final class Spelling {
  /** Different names that are searched for; no person misspells more in one file. */
  public static final int SEARCHES = 200;

  /** Names that are compared with each; more are not looked through. */
  static final int NAMES = 5_000;

  private final List<String> names;
  private final Map<String, Optional<String>> found = new HashMap<>();

  /**
   * @param names what may have been meant
   */
  public Spelling(Collection<String> names) {
    this.names = names.stream().limit(NAMES).toList();
  }

  /** The name that was meant; empty when none is near, or when too many were asked for before. */
  public Optional<String> nearest(String misspelt) {
    var known = found.getOrDefault(misspelt, Optional.empty());
    if (known.isPresent() || found.size() >= SEARCHES || found.containsKey(misspelt)) {
      return known;
    }
    var nearest = Nearest.of(misspelt, names);
    found.put(misspelt, nearest);
    return nearest;
  }
}
