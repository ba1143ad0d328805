package lab.lint.advice.pasted;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.lint.rule.Edit;
import lab.lint.rule.Hit;
import lab.lint.rule.Pasted;
import lab.lint.rule.Rule;
import lab.lint.rule.Severity;
import lab.lint.site.Site;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/**
 * A value begins with a typographic quote, which nginx takes for a letter of it.
 *
 * <p>Inside of a value such a letter may well be meant, as in {@code l’été}; at its beginning it
 * stands where a quote would.
 */
public final class PastedQuote implements Rule {
  /** Where a quote can open: at the beginning of a value, or after the sign that begins it. */
  private static final Pattern OPENING =
      Pattern.compile("(?s)^[!(]?(?:[a-z0-9_.]{0,64}=)?(?:!?~\\*?)?(" + Pasted.QUOTE + ")(?=.)");

  private static final Pattern CLOSING = Pattern.compile("(" + Pasted.QUOTE + ")\\)?\\z");

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String advice() {
    return "type straight quotes around the value";
  }

  @Override
  public Stream<Hit> check(Site site) {
    return PastedRules.statements(site).flatMap(statement -> hit(statement).stream());
  }

  /** One a statement: its further quotes are the same slip. */
  private static Optional<Hit> hit(Directive statement) {
    var words = PastedRules.bare(statement).toList();
    return words.stream()
        .flatMap(word -> opening(word).stream().map(quote -> hit(quote, word, words)))
        .findFirst();
  }

  private static Hit hit(Span quote, Word first, List<Word> words) {
    var hit =
        Hit.at(
            quote,
            "this typographic quote is not a quote for nginx but a letter of the value",
            "type \" instead");
    return edit(quote, words.subList(words.indexOf(first), words.size()))
        .map(hit::with)
        .orElse(hit);
  }

  /** The quotes made straight; empty where it is not plain which one closes. */
  private static Optional<Edit> edit(Span quote, List<Word> words) {
    return words.stream()
        .flatMap(word -> closing(word).stream())
        .filter(close -> close.start() > quote.start() && close.source() == quote.source())
        .findFirst()
        .flatMap(close -> straight(quote, close));
  }

  private static Optional<Edit> straight(Span open, Span close) {
    var between = open.source().text().substring(open.end(), close.start());
    boolean plain = Pasted.QUOTE.matcher(between).results().findAny().isEmpty();
    return plain && between.indexOf('"') < 0
        ? Optional.of(
            new Edit(new Span(open.source(), open.start(), close.end()), "\"" + between + "\""))
        : Optional.empty();
  }

  private static Optional<Span> opening(Word word) {
    return place(OPENING, word);
  }

  private static Optional<Span> closing(Word word) {
    return place(CLOSING, word);
  }

  private static Optional<Span> place(Pattern pattern, Word word) {
    var at = word.span();
    var found = pattern.matcher(at.raw());
    return found.find()
        ? Optional.of(new Span(at.source(), at.start() + found.start(1), at.start() + found.end(1)))
        : Optional.empty();
  }
}
