package lab.cli.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.check.Excerpt;
import lab.lint.Checked;
import lab.lint.Diagnostic;
import lab.lint.rule.Line;
import lab.lint.rule.Severity;
import lab.nginx.syntax.ByteText;
import lab.nginx.syntax.Span;
import lab.screen.Ink;
import lab.screen.SourceExcerpt;
import lab.screen.Wrap;

/**
 * A check for a person's eyes: each rule once, with the line, a caret and one line of what to do;
 * further places of the same rule are only listed.
 *
 * @param ink colours
 * @param columns of the terminal
 * @param release the nginx that was asked
 */
public record CheckText(Ink ink, int columns, String release) {
  /** Mistakes shown with their lines; who has more has one mistake in all of them. */
  private static final int MOST = 50;

  /** Columns that a text gets beside its head, however narrow the terminal. */
  private static final int LEAST = 30;

  public List<String> lines(Checked checked) {
    var lines = new ArrayList<String>();
    var shown = byRule(checked.diagnostics()).values();
    shown.stream().limit(MOST).forEach(same -> lines.addAll(lines(same)));
    if (shown.size() > MOST) {
      lines.add("... and " + (shown.size() - MOST) + " more like these; --json lists them");
      lines.add("");
    }
    lines.addAll(end(checked));
    return lines;
  }

  private List<String> lines(List<Diagnostic> same) {
    var first = same.getFirst();
    var lines = new ArrayList<String>();
    int head = name(first).length() + 1;
    lines.addAll(hanging(label(first) + " ", head, ByteText.decode(first.message()), ink::strong));
    int gutter = String.valueOf(first.at().line()).length();
    var pad = " ".repeat(gutter);
    lines.add(pad + ink.name("--> ") + place(first.at()));
    lines.addAll(excerpt(first.at()).lines(gutter, columns, ink));
    var mark = pad + ink.name(" = ");
    int indent = gutter + " = fix: ".length();
    lines.addAll(
        hanging(
            mark + ink.good("fix: "),
            indent,
            ByteText.decode(first.fix()),
            UnaryOperator.identity()));
    if (same.size() > 1) {
      lines.addAll(hanging(mark + "also: ", indent + 1, also(same), UnaryOperator.identity()));
    }
    lines.add("");
    return lines;
  }

  private static String also(List<Diagnostic> same) {
    var seen = same.getFirst().at();
    return same.stream()
        .skip(1)
        .map(one -> Line.of(one.at(), seen))
        .distinct()
        .limit(MOST)
        .collect(Collectors.joining(", "));
  }

  /** A head and a text beside it, whose further lines begin under its first. */
  private List<String> hanging(String head, int indent, String text, UnaryOperator<String> paint) {
    var wrapped = Wrap.lines(text, Math.max(LEAST, columns - indent));
    return IntStream.range(0, wrapped.size())
        .mapToObj(at -> (at == 0 ? head : " ".repeat(indent)) + paint.apply(wrapped.get(at)))
        .toList();
  }

  private static String name(Diagnostic one) {
    return one.severity().id() + "[" + one.rule() + "]";
  }

  private String label(Diagnostic one) {
    var text = name(one);
    return switch (one.severity()) {
      case ERROR -> ink.bad(text);
      case WARNING -> ink.warn(text);
      case NOTE -> ink.name(text);
    };
  }

  private List<String> end(Checked checked) {
    var file = checked.site().configuration().main().path().toString();
    if (checked.ok()) {
      var verdict = ink.good("ok") + "  nginx " + release + " accepts " + file;
      var counts = counts(checked.advice());
      return counts.isEmpty()
          ? List.of(verdict)
          : List.of(verdict, "    advice: " + counts + "; more about a rule: lab explain RULE");
    }
    var lines = new ArrayList<String>();
    lines.add(ink.bad("refused") + "  " + file + ": " + faults(checked.faults().size()));
    checked.nginx().message().ifPresent(message -> lines.addAll(nginxSays(checked, message)));
    lines.add("         more about a rule: lab explain " + checked.faults().getFirst().rule());
    return lines;
  }

  private List<String> nginxSays(Checked checked, String message) {
    var line = checked.nginx().at().map(at -> ", in line " + at.line()).orElse("");
    var indent = " ".repeat("refused  ".length());
    return hanging(
        indent, indent.length(), "nginx " + release + " says: " + message + line, ink::faint);
  }

  private static String faults(int count) {
    return switch (count) {
      case 1 -> "one mistake";
      case Checked.MOST -> count + " mistakes or more";
      default -> count + " mistakes";
    };
  }

  private static String counts(List<Diagnostic> advice) {
    var bySeverity =
        advice.stream()
            .collect(
                Collectors.groupingBy(
                    Diagnostic::severity, java.util.TreeMap::new, Collectors.counting()));
    return bySeverity.entrySet().stream()
        .map(entry -> entry.getValue() + " " + plural(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String plural(Severity severity, long count) {
    return severity.id() + (count == 1 ? "" : "s");
  }

  private static Map<String, List<Diagnostic>> byRule(List<Diagnostic> all) {
    return all.stream()
        .collect(Collectors.groupingBy(CheckText::group, LinkedHashMap::new, Collectors.toList()));
  }

  /** Advice is said once a rule; of mistakes each must be put right, so each is shown. */
  private static String group(Diagnostic one) {
    return one.severity() == Severity.ERROR
        ? one.rule() + one.at().source().path() + one.at().start()
        : one.rule() + one.severity();
  }

  private static String place(Span at) {
    var position = at.position();
    return at.source().path() + ":" + position.line() + ":" + position.column();
  }

  private static SourceExcerpt excerpt(Span at) {
    var excerpt = Excerpt.of(at);
    return new SourceExcerpt(excerpt.line(), excerpt.before(), excerpt.part(), excerpt.after());
  }
}
