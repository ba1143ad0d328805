package lab.findings.grade;

import java.util.List;
import java.util.Set;
import lab.findings.document.BlockKind;
import lab.findings.language.EnglishShape;
import lab.findings.language.Token;
import lab.findings.match.Reading;

/** Tells lists of terms from statements: they name everything and say nothing. */
final class TermList {
  private static final Set<String> ANNOUNCED =
      Set.of(
          "keywords", "keyword", "terms", "buzzwords", "tags", "topics", "vocabulary", "concepts");
  private static final int PARTS = 4;
  private static final int MANY_PARTS = 6;
  private static final int LONG = 14;
  private static final double FEW_FUNCTION_WORDS = 0.2;
  private static final int FIGURES = 2;

  private TermList() {}

  static boolean is(Reading reading) {
    var tokens = reading.tokens();
    if (ANNOUNCED.contains(tokens.getFirst().text())) {
      return true;
    }
    var words = tokens.stream().filter(Token::isWord).toList();
    long parts = 1 + tokens.stream().filter(t -> t.is(";") || t.is(",") || t.is("|")).count();
    boolean verbless = !EnglishShape.hasVerb(tokens);
    return verbless
        && (isEnumeration(parts, words.size())
            || (isBare(tokens, words) && isLong(reading, parts, words)));
  }

  /** Many short parts say nothing, whatever little words stand among them. */
  private static boolean isEnumeration(long parts, int words) {
    return parts > MANY_PARTS && words < 2.5 * parts;
  }

  private static boolean isBare(List<Token> tokens, List<Token> words) {
    long figures = tokens.stream().filter(Token::isNumber).count();
    return EnglishShape.functionShare(words) < FEW_FUNCTION_WORDS && figures <= FIGURES;
  }

  private static boolean isLong(Reading reading, long parts, List<Token> words) {
    boolean row = reading.sentence().block().kind() == BlockKind.ROW;
    boolean listed = parts > PARTS && words.size() <= 4 * parts;
    boolean run = parts < 3 && words.size() > LONG && EnglishShape.functionShare(words) < 0.1;
    return !row && (listed || run);
  }
}
