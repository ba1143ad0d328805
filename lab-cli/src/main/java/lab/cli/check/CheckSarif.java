package lab.cli.check;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lab.lint.Checked;
import lab.lint.Diagnostic;
import lab.lint.Pages;
import lab.lint.rule.Edit;
import lab.lint.rule.Severity;
import lab.nginx.syntax.ByteText;
import lab.nginx.syntax.SourceText;
import lab.nginx.syntax.Span;

/**
 * A check as SARIF 2.1.0, for editors and build servers.
 *
 * <p>Source: OASIS, Static Analysis Results Interchange Format 2.1.0.
 *
 * @param workingFolder what file names are written relative to, where they lie below it
 */
public record CheckSarif(Path workingFolder) {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  public Map<String, Object> of(Checked checked) {
    var diagnostics = checked.diagnostics();
    var rules = diagnostics.stream().map(Diagnostic::rule).distinct().sorted().toList();
    var columns = new LetterColumns();
    var driver =
        ordered("name", "lab nginx check", "rules", rules.stream().map(CheckSarif::rule).toList());
    var run =
        ordered(
            "tool",
            Map.of("driver", driver),
            "columnKind",
            "unicodeCodePoints",
            "results",
            diagnostics.stream()
                .map(one -> result(one, rules.indexOf(one.rule()), columns))
                .toList());
    return ordered("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run));
  }

  private static Map<String, Object> rule(String id) {
    var rule = ordered("id", id);
    Pages.of(id)
        .ifPresent(page -> {
          rule.put("shortDescription", text(page.lines().skip(2).findFirst().orElse(id)));
          rule.put("help", ordered("text", page, "markdown", page));
        });
    return rule;
  }

  private Map<String, Object> result(Diagnostic one, int rule, LetterColumns columns) {
    var result =
        ordered(
            "ruleId", one.rule(),
            "ruleIndex", rule,
            "level", level(one.severity()),
            "message", text(ByteText.decode(one.message()) + ": " + ByteText.decode(one.fix())),
            "locations",
                List.of(
                    ordered(
                        "physicalLocation",
                        ordered(
                            "artifactLocation", artifact(one.at().source()),
                            "region", region(one.at(), columns)))));
    one.edit().ifPresent(edit -> result.put("fixes", List.of(fix(one, edit, columns))));
    return result;
  }

  private Map<String, Object> fix(Diagnostic one, Edit edit, LetterColumns columns) {
    var replacement =
        ordered(
            "deletedRegion", region(edit.at(), columns),
            "insertedContent", text(ByteText.decode(edit.text())));
    return ordered(
        "description", text(ByteText.decode(one.fix())),
        "artifactChanges",
            List.of(
                ordered(
                    "artifactLocation", artifact(edit.at().source()),
                    "replacements", List.of(replacement))));
  }

  private Map<String, Object> artifact(SourceText source) {
    var file = source.path().toAbsolutePath().normalize();
    var folder = workingFolder.toAbsolutePath().normalize();
    var uri =
        file.startsWith(folder)
            ? folder.toUri().relativize(file.toUri()).toString()
            : file.toUri().toString();
    return ordered("uri", uri);
  }

  private static Map<String, Object> region(Span at, LetterColumns columns) {
    return ordered(
        "startLine", at.position().line(),
        "startColumn", columns.of(at.source(), at.start()),
        "endLine", at.source().position(at.end()).line(),
        "endColumn", columns.of(at.source(), at.end()));
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }

  private static Map<String, Object> text(String text) {
    return ordered("text", text);
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    var map = new LinkedHashMap<String, Object>();
    IntStream.iterate(0, at -> at < namesAndValues.length, at -> at + 2)
        .forEach(at -> map.put(String.valueOf(namesAndValues[at]), namesAndValues[at + 1]));
    return map;
  }
}
