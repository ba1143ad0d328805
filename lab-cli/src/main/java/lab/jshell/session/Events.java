package lab.jshell.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import lab.jshell.session.Evaluated.Told;
import lab.jshell.session.Evaluated.What;

/** JShell's events as one outcome. */
final class Events {
  private Events() {}

  static Evaluated read(JShell shell, String source, List<SnippetEvent> events) {
    var told = new ArrayList<Told>();
    for (var event : events) {
      if (event.status() == Status.REJECTED) {
        return new Evaluated.Rejected(
            shell.diagnostics(event.snippet()).map(Session::fault).toList());
      }
      if (event.exception() != null) {
        return threw(shell, event);
      }
      if (event.causeSnippet() == null) {
        if (stopped(event)) {
          return new Evaluated.Stopped();
        }
        told.add(told(shell, event));
      }
    }
    return new Evaluated.Accepted(told);
  }

  /** JShell tells a stop only by a value that is not there. */
  private static boolean stopped(SnippetEvent event) {
    boolean runs =
        event.snippet().kind() == Snippet.Kind.EXPRESSION
            || event.snippet().kind() == Snippet.Kind.STATEMENT
            || (event.snippet() instanceof VarSnippet variable
                && variable.subKind() != Snippet.SubKind.VAR_DECLARATION_SUBKIND);
    return runs && event.status() == Status.VALID && event.value() == null;
  }

  private static Told told(JShell shell, SnippetEvent event) {
    var value = Optional.ofNullable(event.value()).filter(text -> !text.isEmpty());
    var missing =
        event.snippet() instanceof DeclarationSnippet declared
            ? shell.unresolvedDependencies(declared).toList()
            : List.<String>of();
    return switch (event.snippet()) {
      case VarSnippet variable
          when variable.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND ->
          new Told(What.EXPRESSION, variable.name(), variable.typeName(), value, missing);
      case VarSnippet variable ->
          new Told(What.VARIABLE, variable.name(), variable.typeName(), value, missing);
      case ExpressionSnippet expression ->
          new Told(What.EXPRESSION, expression.name(), expression.typeName(), value, missing);
      case MethodSnippet method ->
          new Told(What.METHOD, method.name(), method.signature(), Optional.empty(), missing);
      case TypeDeclSnippet type ->
          new Told(What.TYPE, type.name(), type.subKind().name(), Optional.empty(), missing);
      case ImportSnippet line ->
          new Told(What.IMPORT, line.fullname(), "", Optional.empty(), missing);
      default -> new Told(What.STATEMENT, "", "", Optional.empty(), missing);
    };
  }

  private static Evaluated threw(JShell shell, SnippetEvent event) {
    var exception = Objects.requireNonNull(event.exception());
    if (exception instanceof UnresolvedReferenceException unresolved) {
      var missing = shell.unresolvedDependencies(unresolved.getSnippet()).toList();
      return new Evaluated.Threw(
          "not yet usable",
          "it needs %s, which is not declared".formatted(String.join(", ", missing)),
          Optional.empty(),
          List.of());
    }
    var name =
        exception instanceof EvalException thrown
            ? thrown.getExceptionClassName()
            : exception.getClass().getName();
    var here =
        Arrays.stream(exception.getStackTrace())
            .filter(frame -> String.valueOf(frame.getFileName()).startsWith("#"))
            .toList();
    return new Evaluated.Threw(
        name,
        Objects.toString(exception.getMessage(), ""),
        here.stream().findFirst().map(StackTraceElement::getLineNumber),
        here.stream()
            .map(frame ->
                frame.getMethodName()
                    + " ("
                    + frame.getFileName()
                    + ":"
                    + frame.getLineNumber()
                    + ")")
            .toList());
  }
}
