package lab.nginx.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.nginx.syntax.Directive;

/**
 * A statement and where it stands.
 *
 * @param statement the statement
 * @param context the kind of block around it; empty for a row of a table such as {@code map}, and
 *     below a block that nginx does not know
 * @param parent the statement whose block it stands in; empty at the top of the file
 */
public record Placed(Directive statement, Optional<Context> context, Optional<Directive> parent) {
  /** All statements, outer before inner, in file order. */
  public static List<Placed> all(List<Directive> statements) {
    var found = new ArrayList<Placed>();
    collect(statements, Optional.of(Context.MAIN), Optional.empty(), found);
    return found;
  }

  public boolean in(Context expected) {
    return context.filter(expected::equals).isPresent();
  }

  public boolean is(String name) {
    return context.isPresent() && statement.is(name);
  }

  private static void collect(
      List<Directive> statements,
      Optional<Context> context,
      Optional<Directive> parent,
      List<Placed> found) {
    for (var statement : statements) {
      found.add(new Placed(statement, context, parent));
      statement
          .block()
          .ifPresent(block ->
              collect(
                  block.directives(),
                  context.flatMap(here -> here.inside(statement.name().text())),
                  Optional.of(statement),
                  found));
    }
  }
}
