package lab.nginx.generate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.closure.Configuration;
import lab.problem.FaultyFileException;
import lab.problem.Problem;

/**
 * A generated file in the making: each concern reads the statements and adds its edits.
 *
 * @param configuration the person's files
 * @param options what is to become of them
 * @param statements all statements and where they stand
 * @param edits the replacements so far
 * @param notes what the person should know
 * @param problems what cannot be rewritten for certain, so that a person sees it all at once
 */
record Draft(
    Configuration configuration,
    GenerateOptions options,
    List<Placed> statements,
    Edits edits,
    Set<String> notes,
    List<Problem> problems) {
  static Draft of(Configuration configuration, GenerateOptions options) {
    return new Draft(
        configuration,
        options,
        Placed.all(configuration.directives()),
        new Edits(),
        new LinkedHashSet<>(),
        new ArrayList<>());
  }

  /** Says what cannot be rewritten, and what to do about it. */
  void refuse(Span at, String what, String next) {
    var position = at.position();
    var where = at.source().path() + ":" + position.line() + ":" + position.column();
    problems.add(new Problem(what, where, next));
  }

  /** Throws all that was refused, if anything was. */
  void stopIfRefused() {
    if (!problems.isEmpty()) {
      throw new FaultyFileException(problems);
    }
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

  /** A name like this one, in lower case, that stands nowhere in the person's files. */
  String free(String name) {
    boolean taken =
        configuration.files().stream()
            .anyMatch(source -> source.text().toLowerCase(Locale.ROOT).contains(name));
    return taken ? free(name + "_") : name;
  }

  /** Whether a statement of this name stands directly in a context. */
  boolean has(String name, Context context) {
    return statements.stream().anyMatch(placed -> placed.is(name) && placed.in(context));
  }
}
