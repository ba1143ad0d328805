package lab.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.lint.advice.upstream.UnknownUpstream;
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

  private static final String UNKNOWN_UPSTREAM = new UnknownUpstream().id();

  private static final Set<String> SURMISES =
      Stream.of(
              Stream.of(ArgumentRules.all(), MeaningRules.all())
                  .flatMap(List::stream)
                  .map(Rule::id),
              Stream.of(UNKNOWN_UPSTREAM))
          .flatMap(ids -> ids)
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

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
    var faults =
        nginx.ok()
            ? mistakes.stream().filter(one -> !isSurmise(one)).toList()
            : Stream.concat(unknownHost(site, nginx), mistakes.stream()).distinct().toList();
    if (!faults.isEmpty()) {
      return new Checked(site, nginx, faults, List.of());
    }
    var advice = Advice.on(site);
    if (nginx.ok()) {
      return new Checked(site, nginx, List.of(), advice);
    }
    var culprits =
        advice.stream().filter(one -> explains(site, one, nginx)).map(Diagnostic::asError).toList();
    return new Checked(
        site, nginx, culprits.isEmpty() ? List.of(refusal(site, nginx)) : culprits, List.of());
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

  /** Whether it is a mistake only if nginx says so too. */
  public static boolean isSurmise(Diagnostic mistake) {
    return SURMISES.contains(mistake.rule());
  }

  private static boolean explains(Site site, Diagnostic advice, NginxAnswer nginx) {
    if (nginx.message().flatMap(NginxSays::rule).filter(advice.rule()::equals).isPresent()) {
      return true;
    }
    return advice.rule().equals("words-swallowed")
        && refused(site, nginx).filter(statement -> contains(statement, advice.at())).isPresent();
  }

  /** The host that nginx cannot look up, where other mistakes keep advice from being heard. */
  private static Stream<Diagnostic> unknownHost(Site site, NginxAnswer nginx) {
    return nginx.message().flatMap(NginxSays::rule).filter(UNKNOWN_UPSTREAM::equals).stream()
        .flatMap(rule -> Diagnostic.all(new UnknownUpstream(), site))
        .filter(one -> isNamed(one.at(), nginx))
        .map(Diagnostic::asError);
  }

  /** Whether nginx speaks of this host: others may be ones that it can look up. */
  private static boolean isNamed(Span target, NginxAnswer nginx) {
    return nginx.message().stream()
        .flatMap(message -> QUOTED.matcher(message).results())
        .anyMatch(quoted -> target.raw().contains("//" + quoted.group(1)));
  }

  /**
   * nginx's own words, at the statement that ends in the line that it names. Where it names none,
   * or the end of a block whose parts it had been putting together, at what it quotes.
   */
  private static Diagnostic refusal(Site site, NginxAnswer nginx) {
    var message = nginx.message().orElse("nginx refuses this configuration");
    var statement = refused(site, nginx);
    if (statement.isPresent()) {
      return refusal(message, words(statement.get()), NginxSays.next(message));
    }
    return Quoted.in(message, site)
        .map(at -> refusal(message, at, NginxSays.nextWithoutLine(message)))
        .or(() -> nginx.at().map(place -> refusal(message, line(place), NginxSays.next(message))))
        .orElseGet(() -> refusal(message, start(site), NginxSays.nextWithoutLine(message)));
  }

  private static Diagnostic refusal(String message, Span at, String next) {
    return new Diagnostic("nginx-refuses", Severity.ERROR, at, message, next, Optional.empty());
  }

  /** The first word of the file: before it may be comments, of which nginx never speaks. */
  private static Span start(Site site) {
    return site.configuration().directives().stream()
        .findFirst()
        .map(first -> first.name().span())
        .orElse(new Span(site.configuration().main(), 0, 0));
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
