package lab.lint.mistake.argument;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.syntax.Word;

/** A zone whose size or whose rate nginx cannot read. */
public final class BadZone implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "write zone=NAME:10m and rate=5r/s";
  }

  private static final Pattern RATE =
      Pattern.compile(
          "rate=(\\d+) ?(?:r|req|reqs|requests?)? ?(?:/|p|per) ?(s|sec|seconds?|m|min|minutes?)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SIZE =
      Pattern.compile("((?:keys_)?zone=[^:]+:)(\\d+)([kKmM])(?:i?[bB])");

  @Override
  public Stream<Hit> check(Site site) {
    return Stream.of("limit_req_zone", "limit_conn_zone", "proxy_cache_path")
        .flatMap(site::all)
        .flatMap(stated ->
            stated.directive().args().stream().skip(1).flatMap(word -> hit(word).stream()));
  }

  private static Optional<Hit> hit(Word word) {
    var text = word.text();
    if (text.startsWith("rate=")) {
      return text.matches("rate=\\d+r/[sm]") ? Optional.empty() : Optional.of(rate(word));
    }
    if (!text.matches("(?:keys_)?zone=.*")) {
      return Optional.empty();
    }
    var size = SIZE.matcher(text);
    if (size.matches()) {
      var meant = size.group(1) + size.group(2) + size.group(3).toLowerCase(Locale.ROOT);
      return Optional.of(meant(word, "a size ends in k or m", meant));
    }
    return text.matches("(?:keys_)?zone=[^:]+")
        ? Optional.of(meant(word, "the zone has no size", text + ":10m"))
        : Optional.empty();
  }

  private static Hit rate(Word word) {
    var spoken = RATE.matcher(word.text());
    var message = "\"" + word + "\" is no rate for nginx";
    if (!spoken.matches()) {
      return Hit.at(word, message, "write requests per second or minute, such as rate=5r/s");
    }
    var unit = spoken.group(2).substring(0, 1).toLowerCase(Locale.ROOT);
    return meant(word, message, "rate=" + spoken.group(1) + "r/" + unit);
  }

  private static Hit meant(Word word, String message, String text) {
    return Hit.at(word, message, "write " + text).replacing(text);
  }
}
