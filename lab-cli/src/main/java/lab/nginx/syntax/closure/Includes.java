package lab.nginx.syntax.closure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lab.nginx.syntax.Directive;

/** Which statements include a file: {@code include} means nothing special in some tables. */
public final class Includes {
  private static final Set<String> TABLES_THAT_INCLUDE = Set.of("types", "map", "geo");
  private static final Set<String> TABLES_THAT_DO_NOT = Set.of("split_clients", "charset_map");

  private Includes() {}

  /**
   * Whether a statement includes files.
   *
   * @param enclosing the name of the block that it stands in; empty outside all blocks
   */
  static boolean is(Directive statement, String enclosing) {
    boolean twoWords = statement.args().size() == 1 || !isTable(enclosing);
    return statement.is("include") && twoWords && !TABLES_THAT_DO_NOT.contains(enclosing);
  }

  static boolean isTable(String name) {
    return TABLES_THAT_INCLUDE.contains(name) || TABLES_THAT_DO_NOT.contains(name);
  }

  /** The statements that include, at any depth, in file order. */
  public static List<Directive> in(List<Directive> statements) {
    var found = new ArrayList<Directive>();
    collect(statements, "", found);
    return found;
  }

  private static void collect(List<Directive> statements, String enclosing, List<Directive> found) {
    for (var statement : statements) {
      if (is(statement, enclosing)) {
        found.add(statement);
      }
      statement
          .block()
          .ifPresent(block -> collect(block.directives(), statement.name().text(), found));
    }
  }

  /** The statements without those that include. */
  static List<Directive> strip(List<Directive> statements, String enclosing) {
    var kept = new ArrayList<Directive>();
    for (var statement : statements) {
      if (!is(statement, enclosing)) {
        kept.add(
            statement
                .block()
                .map(block -> statement.with(strip(block.directives(), statement.name().text())))
                .orElse(statement));
      }
    }
    return kept;
  }
}
