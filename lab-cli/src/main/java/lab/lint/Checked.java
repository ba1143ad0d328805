package lab.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.lint.mistake.argument.ArgumentRules;
import lab.lint.mistake.meaning.MeaningRules;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;

/**
 * All that is to be said of a configuration.
 *
 * @param site the configuration
 * @param nginx what the real nginx said of it
 * @param faults why it is refused, the most likely culprit first; all errors; at most {@link
 *     #MOST}, the last of which then says how many more there are
 * @param advice what could be better, the worst first, no errors, at most as many; nothing while
 *     there are faults
 */
public record Checked(
    Site site, NginxAnswer nginx, List<Diagnostic> faults, List<Diagnostic> advice) {
  /** Faults or pieces of advice that are listed: who has more has one mistake in all of them. */
  public static final int MOST = 2_000;

  private static final Set<String> SURMISES =
      Stream.of(ArgumentRules.all(), MeaningRules.all())
          .flatMap(List::stream)
          .map(Rule::id)
          .collect(Collectors.toUnmodifiableSet());

  public Checked {
    faults = listed(faults);
    advice = listed(advice);
  }

  /** The first of them, and what says how many are left out. */
  private static List<Diagnostic> listed(List<Diagnostic> all) {
    if (all.size() <= MOST) {
      return List.copyOf(all);
    }
    var listed = new ArrayList<>(all.subList(0, MOST - 1));
    var unlisted = all.get(MOST - 1);
    listed.add(
        new Diagnostic(
            "limit",
            unlisted.severity(),
            unlisted.at(),
            String.format(
                Locale.ROOT, "%,d more from here on are not listed", all.size() - MOST + 1),
            "put the first ones right, then check again",
            Optional.empty()));
    return List.copyOf(listed);
  }

  /** Joins our findings and nginx's answer: where we only surmise, nginx decides. */
  public static Checked of(Site site, NginxAnswer nginx) {
    var mistakes = Mistakes.in(site);
    var faults = nginx.ok() ? mistakes.stream().filter(one -> !isSurmise(one)).toList() : mistakes;
    if (!faults.isEmpty()) {
      return new Checked(site, nginx, faults, List.of());
    }
    var advice = Advice.on(site);
    if (nginx.ok()) {
      return new Checked(site, nginx, List.of(), advice);
    }
    var culprits = advice.stream().filter(one -> explains(site, one, nginx)).toList();
    return new Checked(
        site,
        nginx,
        List.of(
            culprits.stream()
                .findFirst()
                .map(Diagnostic::asError)
                .orElseGet(() -> refusal(site, nginx))),
        List.of());
  }

  public boolean ok() {
    return faults.isEmpty() && nginx.ok();
  }

  /** Faults, then advice. */
  public List<Diagnostic> diagnostics() {
    var all = new ArrayList<>(faults);
    all.addAll(advice);
    return List.copyOf(all);
  }

  private static boolean isSurmise(Diagnostic mistake) {
    return SURMISES.contains(mistake.rule());
  }

  private static boolean explains(Site site, Diagnostic advice, NginxAnswer nginx) {
    if (nginx.message().flatMap(NginxSays::rule).filter(advice.rule()::equals).isPresent()) {
      return true;
    }
    return advice.rule().equals("words-swallowed")
        && refused(site, nginx).filter(statement -> contains(statement, advice.at())).isPresent();
  }

  /** nginx's own words, at the statement that ends in the line that it names. */
  private static Diagnostic refusal(Site site, NginxAnswer nginx) {
    var message = nginx.message().orElse("nginx refuses this configuration");
    var start = new Span(site.configuration().main(), 0, 0);
    var at =
        refused(site, nginx)
            .map(statement -> words(statement))
            .or(() -> nginx.at().map(Checked::line))
            .orElse(start);
    return new Diagnostic(
        "nginx-refuses", Severity.ERROR, at, message, NginxSays.next(message), Optional.empty());
  }

  private static Optional<Directive> refused(Site site, NginxAnswer nginx) {
    return nginx.at().stream()
        .flatMap(place ->
            site.placed()
                .map(Placed::statement)
                .filter(statement -> statement.terminator().source().equals(place.source()))
                .filter(statement -> statement.terminator().line() == place.line()))
        .findFirst();
  }

  private static boolean contains(Directive statement, Span at) {
    return statement.name().span().source().equals(at.source())
        && statement.name().span().start() <= at.start()
        && at.start() <= statement.terminator().start();
  }

  private static Span words(Directive statement) {
    var name = statement.name().span();
    return new Span(
        name.source(), name.start(), Math.max(name.end(), statement.terminator().start()));
  }

  private static Span line(NginxAnswer.Place place) {
    var text = place.source();
    int start = 0;
    for (int line = 1; line < Math.min(place.line(), text.lines()); line++) {
      start += text.line(line).length() + 1;
    }
    int end = start + text.line(Math.min(place.line(), text.lines())).length();
    return new Span(text, Math.min(start, end), end);
  }
}
