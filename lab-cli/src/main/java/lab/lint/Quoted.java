package lab.lint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.lint.site.Site;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/** Where the file has what a message of nginx quotes. */
final class Quoted {
  private static final Pattern QUOTE = Pattern.compile("\"([^\"]+)\"|^bind\\(\\) to (\\S+)");

  /** Shorter ones are in many a word that has nothing to do with them. */
  private static final int TELLING = 3;

  private Quoted() {}

  /** The first word that holds the first thing quoted that any word holds. */
  static Optional<Span> in(String message, Site site) {
    boolean variable = message.contains("\" variable");
    return QUOTE
        .matcher(message)
        .results()
        .map(quote -> quote.group(1) != null ? quote.group(1) : quote.group(2))
        .map(quoted -> quoted.toLowerCase(Locale.ROOT))
        .flatMap(quoted -> (variable ? List.of(uses(quoted)) : likenesses(quoted)).stream())
        .flatMap(likeness -> first(site, likeness).stream())
        .findFirst();
  }

  private static Optional<Span> first(Site site, Predicate<String> likeness) {
    return site.placed()
        .map(Placed::statement)
        .flatMap(Quoted::words)
        .filter(word -> likeness.test(word.text().toLowerCase(Locale.ROOT)))
        .map(Word::span)
        .findFirst();
  }

  private static Stream<Word> words(Directive statement) {
    return Stream.concat(Stream.of(statement.name()), statement.args().stream());
  }

  /** Words that use a variable; nginx quotes its name without the dollar sign, in lower case. */
  private static Predicate<String> uses(String name) {
    return Pattern.compile("\\$\\{?" + Pattern.quote(name) + "(?!\\w)").asPredicate();
  }

  /** Words that are what is quoted, or its end as in a path, or have it in them; best first. */
  private static List<Predicate<String>> likenesses(String quoted) {
    return List.of(
        quoted::equals,
        word -> quoted.endsWith("/" + word) || quoted.endsWith(":" + word),
        word -> quoted.length() >= TELLING && word.contains(quoted));
  }
}
