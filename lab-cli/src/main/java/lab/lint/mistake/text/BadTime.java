package lab.lint.mistake.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.lint.site.Values;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.Grammar;
import lab.nginx.grammar.Placed;
import lab.nginx.grammar.Value;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/** A time that nginx cannot read. */
public final class BadTime implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "write a number and ms, s, m, h or d, without a blank";
  }

  private static final Pattern SPOKEN =
      Pattern.compile(
          "(\\d+(?:\\.\\d+)?) ?(ms|msec|millis|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)");

  private static final List<String> TIMED = List.of("fail_timeout=", "slow_start=");

  @Override
  public Stream<Hit> check(Site site) {
    return site.placed()
        .flatMap(placed -> kind(placed).stream().flatMap(kind -> hits(placed, kind)));
  }

  private static Optional<Value.Kind> kind(Placed placed) {
    return placed
        .context()
        .flatMap(context -> Grammar.stock().rule(placed.statement().name().text(), context))
        .map(rule -> rule.value().kind());
  }

  private static Stream<Hit> hits(Placed placed, Value.Kind kind) {
    return switch (kind) {
      case MILLIS, SECONDS -> hits(placed.statement(), kind);
      case TIMES -> several(placed.statement().args());
      default ->
          placed.in(Context.UPSTREAM) && placed.is("server")
              ? placed.statement().args().stream().flatMap(word -> parameter(word).stream())
              : Stream.empty();
    };
  }

  /** Words of which some are times: those that are spoken ones, in one word or two. */
  private static Stream<Hit> several(List<Word> words) {
    for (int at = 0; at < words.size(); at++) {
      var text = words.get(at).text();
      boolean unitApart = at + 1 < words.size() && Values.time(words.get(at + 1).text()).isEmpty();
      var both = unitApart ? text + " " + words.get(at + 1) : text;
      var meant =
          Values.time(both).isPresent() && !unitApart ? Optional.<String>empty() : meant(both);
      if (meant.isPresent()) {
        var last = words.get(unitApart ? at + 1 : at);
        return Stream.of(
            Hit.at(
                    Hit.across(words.get(at), last),
                    "\"" + both + "\" is no time for nginx",
                    "write " + meant.get())
                .replacing(meant.get()));
      }
    }
    return Stream.empty();
  }

  private static Optional<Hit> parameter(Word word) {
    var text = word.text();
    var value = text.substring(text.indexOf('=') + 1);
    return TIMED.stream().noneMatch(text::startsWith) || Values.time(value).isPresent()
        ? Optional.empty()
        : meant(value)
            .map(meant -> text.substring(0, text.indexOf('=') + 1) + meant)
            .map(meant ->
                Hit.at(word, "\"" + value + "\" is no time for nginx", "write " + meant)
                    .replacing(meant));
  }

  private static Stream<Hit> hits(Directive statement, Value.Kind kind) {
    var words = statement.args();
    if (words.isEmpty() || words.size() > 2 || words.getFirst().text().contains("$")) {
      return Stream.empty();
    }
    var text = words.stream().map(Word::text).collect(Collectors.joining(" "));
    boolean wrong =
        words.size() == 2
            ? SPOKEN.matcher(text).matches()
            : Values.time(text).isEmpty() || (kind == Value.Kind.SECONDS && text.endsWith("ms"));
    if (!wrong) {
      return Stream.empty();
    }
    var first = words.getFirst().span();
    var at = new Span(first.source(), first.start(), words.getLast().span().end());
    var allowed = kind == Value.Kind.SECONDS ? "s, m, h or d" : "ms, s, m, h or d";
    return Stream.of(
        meant(text)
            .map(meant ->
                Hit.at(at, "\"" + text + "\" is no time for nginx", "write " + meant)
                    .replacing(meant))
            .orElse(
                Hit.at(
                    at,
                    "\"" + text + "\" is no time for nginx",
                    "write a number and " + allowed + ", such as 30s")));
  }

  private static Optional<String> meant(String text) {
    var spoken = SPOKEN.matcher(text.toLowerCase(Locale.ROOT));
    if (!spoken.matches()) {
      return Optional.empty();
    }
    var unit = spoken.group(2);
    var number = Double.parseDouble(spoken.group(1));
    boolean millis = unit.startsWith("ms") || unit.startsWith("mil");
    if (number == Math.rint(number)) {
      return millis
          ? Optional.of((long) number + "ms")
          : Optional.of((long) number + unit.substring(0, 1));
    }
    return unit.startsWith("s") ? Optional.of((long) (number * 1000) + "ms") : Optional.empty();
  }
}
