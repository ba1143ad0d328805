package lab.findings.grade;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lab.findings.document.BlockKind;
import lab.findings.language.EnglishShape;
import lab.findings.language.Negation;
import lab.findings.language.Standing;
import lab.findings.language.Token;
import lab.findings.match.Reading;
import lab.findings.rubric.Lexicon;

/** Decides whether a write-up is a text at all, before anything is scored. */
final class Gates {
  private static final int FEWEST_WORDS = 6;
  private static final int ENOUGH_TO_JUDGE = 40;
  private static final double MOST_COPIED = 0.5;
  private static final double FEWEST_FUNCTION_WORDS = 0.2;
  private static final double MOST_ODD_PAIRS = 2.5;
  private static final double MOST_NEGATORS = 6.5;
  private static final int ENOUGH_TO_COUNT_NEGATORS = 80;
  private static final double FEWEST_DOMAIN_WORDS = 0.075;
  private static final int IRONIES = 2;
  private static final Pattern IRONIC =
      Pattern.compile(
          "\\b(?:brilliant(?:ly)?|genius|bravo|hooray|congratulations|what could possibly|of course nobody"
              + "|how (?:clever|generous|thoughtful|kind|wonderful)|wonderful(?:ly)?|marvell?ous(?:ly)?|lovely|what a"
              + " (?:surprise|relief|triumph|bargain|great|clever|brilliant)|naturally|obviously the best|who needs"
              + "|thank goodness|splendid|delightful(?:ly)?|a stroke of|hats off|applause|because who|clearly the best"
              + "|masterpiece|heroic(?:ally)?|heroes|sarcasm|irony|as we all know|surely|nothing says"
              + "|great idea|top marks to|oh,? (?:yes|no|sure|joy)|yeah,? right|sure,)\\b");

  private final Lexicon lexicon;

  Gates(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The first gate that a write-up does not pass, if any. */
  Optional<Gate> closed(List<Reading> readings) {
    var body =
        readings.stream().filter(r -> r.sentence().block().kind() != BlockKind.HEADING).toList();
    int words = words(body);
    if (words < FEWEST_WORDS) {
      return Optional.of(Gate.EMPTY);
    }
    if (share(body, Standing.COPIED) > MOST_COPIED) {
      return Optional.of(Gate.COPIED);
    }
    if (share(body, Standing.META) > MOST_COPIED && words > 2 * FEWEST_WORDS) {
      return Optional.of(Gate.TEMPLATE);
    }
    if (share(body, Standing.LISTED) > MOST_COPIED) {
      return Optional.of(Gate.TERMS);
    }
    return words < ENOUGH_TO_JUDGE ? Optional.empty() : shape(body);
  }

  private Optional<Gate> shape(List<Reading> body) {
    var tokens = body.stream().flatMap(r -> r.tokens().stream()).filter(Token::isWord).toList();
    var sentences = body.stream().map(Reading::tokens).toList();
    if (EnglishShape.functionShare(tokens) < FEWEST_FUNCTION_WORDS
        && EnglishShape.foreign(tokens)) {
      return Optional.of(Gate.NOT_ENGLISH);
    }
    if (EnglishShape.oddPairsPerHundred(sentences) > MOST_ODD_PAIRS) {
      return Optional.of(Gate.SALAD);
    }
    double negators = sentences.stream().mapToLong(Negation::count).sum();
    boolean many =
        tokens.size() > ENOUGH_TO_COUNT_NEGATORS && 100 * negators / tokens.size() > MOST_NEGATORS;
    if (sentences.stream().mapToLong(Negation::doubled).sum() > 1) {
      return Optional.of(Gate.DOUBLED);
    }
    if (many) {
      return Optional.of(Gate.NEGATED);
    }
    if (domainShare(tokens) < FEWEST_DOMAIN_WORDS) {
      return Optional.of(Gate.PICTURE);
    }
    return ironies(sentences) >= IRONIES ? Optional.of(Gate.IRONY) : Optional.empty();
  }

  private double domainShare(List<Token> words) {
    Set<String> domain = lexicon.domain();
    return (double) words.stream().filter(w -> domain.contains(w.stem())).count() / words.size();
  }

  private static long ironies(List<List<Token>> sentences) {
    return sentences.stream()
        .map(s -> s.stream().map(Token::text).collect(Collectors.joining(" ")))
        .filter(text -> IRONIC.matcher(text).find())
        .count();
  }

  private static int words(List<Reading> body) {
    return body.stream()
        .mapToInt(r -> (int) r.tokens().stream().filter(t -> t.isWord() || t.isNumber()).count())
        .sum();
  }

  private static double share(List<Reading> body, Standing standing) {
    int all = words(body);
    int those = words(body.stream().filter(r -> r.standing() == standing).toList());
    return all == 0 ? 0 : (double) those / all;
  }
}
