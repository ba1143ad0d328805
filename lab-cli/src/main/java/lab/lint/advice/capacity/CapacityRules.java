package lab.lint.advice.capacity;

import java.util.List;
import lab.lint.rule.Rule;

/** The rules on connections, limits and caches. */
public final class CapacityRules {
  private CapacityRules() {}

  public static List<Rule> all() {
    return List.of(
        new CacheLockShort(),
        new CacheNoLock(),
        new CacheNotStored(),
        new CachePrivate(),
        new ConnectionsTooFew(),
        new Limit503(),
        new LimitNoBurst(),
        new ZoneUnused());
  }
}
