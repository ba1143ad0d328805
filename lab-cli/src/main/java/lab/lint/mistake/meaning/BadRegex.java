package lab.lint.mistake.meaning;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import lab.lint.rule.Hit;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Location;
import lab.lint.site.Site;
import lab.nginx.syntax.Word;

/** A regex that cannot be read. */
public final class BadRegex implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String advice() {
    return "close what the regex opens";
  }

  private static final Map<String, String> FAULTS =
      Map.of(
          "Unclosed group",
          "a ( is not closed",
          "Unmatched closing ')'",
          "a ) closes nothing",
          "Unclosed character class",
          "a [ is not closed",
          "Dangling meta character '*'",
          "there is nothing before * to repeat",
          "Dangling meta character '+'",
          "there is nothing before + to repeat",
          "Dangling meta character '?'",
          "there is nothing before ? to repeat");

  @Override
  public Stream<Hit> check(Site site) {
    var locations =
        site.locations()
            .filter(Location::isRegex)
            .map(location -> Map.entry(location.directive().args().getLast(), location.pattern()));
    var rewrites =
        site.all("rewrite")
            .flatMap(stated -> stated.directive().args().stream().limit(1))
            .map(word -> Map.entry(word, word.text()));
    return Stream.concat(locations, rewrites)
        .flatMap(regex ->
            fault(regex.getValue()).stream()
                .map(fault -> hit(regex.getKey(), regex.getValue(), fault)));
  }

  private static Optional<String> fault(String regex) {
    try {
      // read without case, Java does not prepare for a search that never comes: quadratic time
      Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.ofNullable(FAULTS.get(e.getDescription()));
    } catch (StackOverflowError e) {
      // nested so deep that only nginx can say
      return Optional.empty();
    }
  }

  private static Hit hit(Word word, String regex, String fault) {
    return regex.startsWith("*")
        ? Hit.at(
            word, "this is a regex, and " + fault, "write .* for any text, or ~* without a blank")
        : Hit.at(
            word,
            "in this regex " + fault,
            "close it, or write \\ before the character if it is meant itself");
  }
}
