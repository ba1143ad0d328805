package lab.jshell.session;

import java.util.List;

/**
 * What came back after the JVM had ended.
 *
 * @param declarations types and methods that are there again
 * @param emptied variables that are there again, at the default value of their type
 * @param lost variables that are not, for their type has no name
 */
public record Restored(List<String> declarations, List<String> emptied, List<String> lost) {
  public Restored {
    declarations = List.copyOf(declarations);
    emptied = List.copyOf(emptied);
    lost = List.copyOf(lost);
  }
}
