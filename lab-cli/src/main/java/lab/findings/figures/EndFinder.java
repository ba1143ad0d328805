package lab.findings.figures;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import lab.findings.language.Token;
import lab.findings.match.Reading;

/** Tells whether a share speaks of requests that ended well or badly, by the words around it. */
final class EndFinder {
  private static final Set<String> WELL =
      Set.of(
          "answer",
          "ok",
          "well",
          "good",
          "aliv",
          "live",
          "succeed",
          "success",
          "successfulli",
          "serv",
          "through",
          "finish",
          "complet",
          "work",
          "fine",
          "surviv",
          "respons",
          "200",
          "2xx",
          "deliv",
          "green",
          "tick");
  private static final Set<String> BADLY =
      Set.of(
          "fail",
          "failur",
          "lost",
          "lose",
          "502",
          "502s",
          "504",
          "504s",
          "error",
          "die",
          "di",
          "dead",
          "cut",
          "timeout",
          "refus",
          "drop",
          "reject",
          "broke",
          "break",
          "starv",
          "unansw",
          "unanswer",
          "bad",
          "gateway",
          "vain",
          "wrong",
          "down",
          "kill");
  private static final int FAR = 7;

  private EndFinder() {}

  /**
   * How the requests of a figure ended.
   *
   * @param start index of its first token
   * @param end index after its last
   * @param whole whether it is of all or of none of them
   */
  static Figure.End of(Reading reading, int start, int end, boolean whole) {
    var tokens = reading.tokens();
    var own = new BitSet();
    own.set(start, end);
    for (int i = start; i < Math.min(tokens.size(), end + FAR); i++) {
      var said = said(tokens.get(i));
      if (said != Figure.End.UNSAID) {
        return reading.negation().negates(i, i + 1, own) ? turned(said) : said;
      }
      if (i >= end && isOver(tokens, i)) {
        break;
      }
    }
    return whole ? Figure.End.WELL : Figure.End.UNSAID;
  }

  /** Whether something else is spoken of from here on. */
  private static boolean isOver(List<Token> tokens, int at) {
    return tokens.get(at).isNumber() || (tokens.get(at).isBreak() && !tokens.get(at).is("("));
  }

  private static Figure.End said(Token token) {
    if (BADLY.contains(token.stem())) {
      return Figure.End.BADLY;
    }
    return WELL.contains(token.stem()) ? Figure.End.WELL : Figure.End.UNSAID;
  }

  private static Figure.End turned(Figure.End said) {
    return said == Figure.End.WELL ? Figure.End.BADLY : Figure.End.WELL;
  }
}
