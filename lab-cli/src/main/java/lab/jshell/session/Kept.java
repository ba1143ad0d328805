package lab.jshell.session;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/**
 * The declarations of a session, in their order, without anything that runs.
 *
 * @param sources to evaluate again, each harmless
 */
record Kept(List<Source> sources) {
  private enum Sort {
    IMPORT,
    DECLARATION,
    VARIABLE
  }

  private record Source(Sort sort, String name, String text) {}

  /** Reads them from a JShell whose JVM may be gone: the compiler's side still knows them. */
  static Kept of(JShell shell) {
    var sources = new ArrayList<Source>();
    shell
        .snippets()
        .filter(snippet -> isThere(shell.status(snippet)))
        .forEach(snippet -> {
          switch (snippet) {
            case ImportSnippet line ->
                sources.add(new Source(Sort.IMPORT, line.fullname(), line.source()));
            case TypeDeclSnippet type ->
                sources.add(new Source(Sort.DECLARATION, type.name(), type.source()));
            case MethodSnippet method ->
                sources.add(new Source(Sort.DECLARATION, method.name() + "()", method.source()));
            case VarSnippet variable -> variable(variable, sources);
            default -> {
              // A statement or an expression did something; it must not do it twice.
            }
          }
        });
    return new Kept(List.copyOf(sources));
  }

  /** A value that JShell named itself, such as {@code $1}, is not worth a default. */
  private static void variable(VarSnippet variable, List<Source> sources) {
    if (variable.subKind() != SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
      sources.add(
          new Source(
              Sort.VARIABLE, variable.name(), variable.typeName() + " " + variable.name() + ";"));
    }
  }

  private static boolean isThere(Status status) {
    return switch (status) {
      case VALID, RECOVERABLE_DEFINED, RECOVERABLE_NOT_DEFINED -> true;
      case DROPPED, OVERWRITTEN, REJECTED, NONEXISTENT -> false;
    };
  }

  Restored replay(JShell shell) {
    var declarations = new ArrayList<String>();
    var emptied = new ArrayList<String>();
    var lost = new ArrayList<String>();
    for (var source : sources) {
      boolean there =
          shell.eval(source.text()).stream()
              .noneMatch(event -> event.status() == Snippet.Status.REJECTED);
      switch (source.sort()) {
        case IMPORT -> {}
        case DECLARATION -> (there ? declarations : lost).add(source.name());
        case VARIABLE -> (there ? emptied : lost).add(source.name());
      }
    }
    return new Restored(declarations, emptied, lost);
  }
}
