package lab.nginx.generate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.closure.Configuration;

/**
 * A generated file in the making: each concern reads the statements and adds its edits.
 *
 * @param configuration the person's files
 * @param options what is to become of them
 * @param statements all statements and where they stand
 * @param edits the replacements so far
 * @param notes what the person should know
 * @param refusals what cannot be done
 */
record Draft(
    Configuration configuration,
    GenerateOptions options,
    List<Placed> statements,
    Edits edits,
    Set<String> notes,
    Refusals refusals) {
  static Draft of(Configuration configuration, GenerateOptions options) {
    return new Draft(
        configuration,
        options,
        Placed.all(configuration.directives()),
        new Edits(),
        new LinkedHashSet<>(),
        new Refusals());
  }

  /** The statements of one name, wherever nginx would obey them. */
  List<Placed> named(String name) {
    return statements.stream().filter(placed -> placed.is(name)).toList();
  }

  /** The {@code http} block. */
  Optional<Directive> http() {
    return statements.stream()
        .filter(placed -> placed.is("http") && placed.in(Context.MAIN))
        .map(Placed::statement)
        .findFirst();
  }

  /** Whether a statement of this name stands directly in a context. */
  boolean has(String name, Context context) {
    return statements.stream().anyMatch(placed -> placed.is(name) && placed.in(context));
  }
}
