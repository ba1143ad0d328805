package lab.nginx.routing.pattern;

import java.util.List;
import java.util.Map;

/**
 * What an expression captured.
 *
 * @param groups the whole match, then the groups up to the last one that took part; one that did
 *     not is empty
 * @param named what the named groups captured, their names in lower case as variables have them
 */
public record Match(List<String> groups, Map<String, String> named) {
  /** No captures at all. */
  public static final Match NONE = new Match(List.of(), Map.of());

  public Match {
    groups = List.copyOf(groups);
    named = Map.copyOf(named);
  }

  /** A group's text; empty when it does not exist or did not take part. */
  public String group(int number) {
    return number < groups.size() ? groups.get(number) : "";
  }
}
