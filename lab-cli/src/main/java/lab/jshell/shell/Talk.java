package lab.jshell.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lab.jshell.session.Evaluated;
import lab.jshell.session.Evaluated.Fault;
import lab.jshell.session.Evaluated.Told;
import lab.jshell.session.Restored;
import lab.screen.Ink;
import lab.screen.SourceExcerpt;

/**
 * What the shell says about an evaluation.
 *
 * @param out takes results, line by line
 * @param err takes what went wrong, line by line
 * @param ink colours, or none
 * @param columns of the screen
 */
record Talk(Consumer<String> out, Consumer<String> err, Ink ink, int columns) {
  /**
   * Tells the outcome.
   *
   * @param source what was evaluated
   * @param where file of the source, with a colon and its first line; empty for what was typed
   * @return whether all went well
   */
  boolean tell(Evaluated evaluated, String source, String where) {
    return switch (evaluated) {
      case Evaluated.Accepted(var told) -> {
        told.forEach(this::told);
        yield true;
      }
      case Evaluated.Rejected(var faults) -> bad(faults(source, faults), where);
      case Evaluated.Threw threw -> bad(threw(threw), where);
      case Evaluated.Stopped() -> bad(List.of(ink.warn("stopped")), where);
      case Evaluated.OutOfBounds(var what) -> bad(List.of("this may not use " + what), where);
      case Evaluated.Gone(var end) ->
          bad(List.of(ink.bad("the JVM of your code is gone") + ": " + end.words()), where);
      case Evaluated.TooLong _ ->
          bad(List.of(ink.bad("stopped") + ": it took longer than its limit"), where);
    };
  }

  private boolean bad(List<String> lines, String where) {
    if (!where.isEmpty()) {
      err.accept(ink.strong(where));
    }
    lines.forEach(err);
    return false;
  }

  private void told(Told told) {
    switch (told.what()) {
      case VARIABLE, EXPRESSION -> told.value().ifPresent(value -> value(told.name(), value));
      case METHOD -> said("method " + told.name() + told.type().replaceFirst("\\).*", ")"), told);
      case TYPE -> said("type " + told.name(), told);
      case IMPORT, STATEMENT -> {}
    }
  }

  private void value(String name, String value) {
    var arrow = ink.name(name) + ink.faint(" ==>");
    if (value.contains("\n")) {
      out.accept(arrow);
      value.lines().forEach(out);
    } else {
      out.accept(arrow + " " + value);
    }
  }

  private void said(String what, Told told) {
    out.accept(ink.faint("|  ") + what);
    if (!told.missing().isEmpty()) {
      out.accept(
          ink.warn("|  it cannot be used before this is declared: ")
              + String.join(", ", told.missing()));
    }
  }

  private List<String> threw(Evaluated.Threw threw) {
    var lines = new ArrayList<String>();
    lines.add(
        ink.bad(threw.exception()) + (threw.message().isEmpty() ? "" : ": " + threw.message()));
    threw.frames().stream().limit(8).forEach(frame -> lines.add("    at " + frame));
    return lines;
  }

  List<String> faults(String source, List<Fault> faults) {
    var lines = new ArrayList<String>();
    for (var fault : faults) {
      fault.message().lines().forEach(line -> lines.add(ink.bad("|  ") + line));
      lines.addAll(excerpt(source, fault));
    }
    return lines;
  }

  private List<String> excerpt(String source, Fault fault) {
    int from = Math.clamp(fault.from(), 0, source.length());
    int begin = from == 0 ? 0 : source.lastIndexOf('\n', from - 1) + 1;
    int end = source.indexOf('\n', from) < 0 ? source.length() : source.indexOf('\n', from);
    int to = Math.clamp(fault.to(), from, end);
    int line = (int) source.substring(0, begin).chars().filter(c -> c == '\n').count() + 1;
    return new SourceExcerpt(
            line,
            source.substring(begin, from),
            source.substring(from, to),
            source.substring(to, end))
        .lines(3, columns, ink);
  }

  /** What came back after the JVM had gone. */
  void restored(Restored restored) {
    out.accept(ink.good("a new JVM is there") + ": nothing that you ran was run again");
    if (!restored.declarations().isEmpty()) {
      out.accept("  back as they were     " + String.join(", ", restored.declarations()));
    }
    if (!restored.emptied().isEmpty()) {
      out.accept("  at their default now  " + String.join(", ", restored.emptied()));
    }
    if (!restored.lost().isEmpty()) {
      out.accept("  gone                  " + String.join(", ", restored.lost()));
    }
  }
}
