package lab.lint;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import lab.lint.rule.Edit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.syntax.Span;

/**
 * What a rule says of one place.
 *
 * @param rule the rule's id
 * @param severity how much it matters
 * @param at the bytes that the person must edit
 * @param message one sentence: what is so
 * @param fix one line: what to do
 * @param edit the fix as an edit, where it needs no thought
 */
public record Diagnostic(
    String rule, Severity severity, Span at, String message, String fix, Optional<Edit> edit) {
  /** The worst first, then as they stand in the file. */
  static final Comparator<Diagnostic> WORST_FIRST =
      Comparator.comparing(Diagnostic::severity)
          .thenComparing(one -> one.at().source().path())
          .thenComparingInt(one -> one.at().start());

  /** The same as what nginx refuses the configuration for. */
  Diagnostic asError() {
    return new Diagnostic(rule, Severity.ERROR, at, message, fix, edit);
  }

  /** All that a rule has to say. */
  static Stream<Diagnostic> all(Rule rule, Site site) {
    var id = rule.id();
    return rule.check(site)
        .map(hit ->
            new Diagnostic(
                id,
                hit.severity().orElse(rule.severity()),
                hit.at(),
                hit.message(),
                hit.fix(),
                hit.edit()));
  }
}
