package lab.findings.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Which words of a sentence stand under which negator: "not", "nobody", "without", "fails to". */
public final class Negation {
  private static final Set<String> PLAIN = Set.of("not", "never", "nor", "neither", "unabl");
  private static final Set<String> DETERMINERS = Set.of("no", "nobodi", "none", "nowher", "zero");

  /** "Nothing" denies what follows when it is the subject: "nothing else moves". */
  private static final String NOTHING = "noth";

  private static final Set<String> AFTER_SUBJECT =
      Set.of("els", "can", "could", "will", "would", "may", "must");
  private static final Set<String> WEAK =
      Set.of("without", "hardli", "bare", "scarc", "scarcer", "rare", "seldom", "lack", "lacks");
  private static final Set<String> HARMLESS_AFTER_NOT =
      Set.of("onli", "just", "mere", "simpli", "surprisingli", "necessarili", "even");
  private static final Set<String> HARMLESS_AFTER_NO =
      Set.of("matter", "doubt", "wonder", "surpris", "more", "problem", "less", "later");
  private static final Set<String> ENDS =
      Set.of(
          "but",
          "becaus",
          "so",
          "while",
          "which",
          "wherea",
          "sinc",
          "although",
          "though",
          "until",
          "till",
          "unless",
          "if",
          "when",
          "befor",
          "after",
          "and",
          "then",
          "henc",
          "therefor",
          "instead",
          "onli",
          "except");

  /** Verbs that begin a new statement after "without activity": the negator ends before them. */
  private static final Set<String> FINITE =
      Set.of("is", "are", "was", "were", "do", "does", "did", "can", "will", "must", "has", "have");

  private static final int FAR = 9;
  private static final int NEAR = 4;
  private static final int BACK = 3;

  private final List<BitSet> over;

  private Negation(List<BitSet> over) {
    this.over = over;
  }

  /** Finds the negators of a sentence and how far each of them reaches. */
  public static Negation of(List<Token> tokens) {
    var over = new ArrayList<BitSet>();
    tokens.forEach(each -> over.add(new BitSet()));
    for (int i = 0; i < tokens.size(); i++) {
      int reach = reach(tokens, i);
      if (reach > 0) {
        forward(tokens, over, i, goesOn(tokens, over, i), reach);
        if (DETERMINERS.contains(tokens.get(i).stem())) {
          back(tokens, over, i);
        }
      }
    }
    return new Negation(over);
  }

  /**
   * Whether a stretch is negated by words outside of it.
   *
   * @param start index of its first token
   * @param end index after its last
   * @param consumed negators that the reader has accounted for
   */
  public boolean negates(int start, int end, BitSet consumed) {
    var covering = (BitSet) over.get(start).clone();
    covering.andNot(consumed);
    covering.clear(start, end);
    return covering.cardinality() % 2 == 1;
  }

  /** The negators over a token. */
  public BitSet over(int index) {
    return (BitSet) over.get(index).clone();
  }

  /** How many words of a sentence negate. */
  public static long count(List<Token> tokens) {
    return tokens.stream()
        .filter(t -> PLAIN.contains(t.stem()) || (DETERMINERS.contains(t.stem()) && !t.isNumber()))
        .count();
  }

  /** How often one "not" stands right after another, which no writer means. */
  public static long doubled(List<Token> tokens) {
    return java.util.stream.IntStream.range(1, tokens.size())
        .filter(i -> tokens.get(i).is("not") && tokens.get(i - 1).is("not"))
        .count();
  }

  private static int reach(List<Token> tokens, int i) {
    var stem = tokens.get(i).stem();
    var next = i + 1 < tokens.size() ? tokens.get(i + 1).stem() : "";
    if ((stem.equals("not") && HARMLESS_AFTER_NOT.contains(next))
        || (stem.equals("no") && HARMLESS_AFTER_NO.contains(next))
        || (stem.equals("not") && next.equals("to"))) {
      return 0;
    }
    boolean subject = stem.equals(NOTHING) && AFTER_SUBJECT.contains(next);
    if (subject || PLAIN.contains(stem) || DETERMINERS.contains(stem)) {
      return FAR;
    }
    if (WEAK.contains(stem) || leads(tokens, i)) {
      return NEAR;
    }
    return stem.equals("non") ? 1 : 0;
  }

  /** Two-word negators; the index is that of their last word. */
  private static boolean leads(List<Token> tokens, int i) {
    if (i == 0) {
      return false;
    }
    var before = tokens.get(i - 1).stem();
    var stem = tokens.get(i).stem();
    return switch (stem) {
      case "of" -> before.equals("instead") || before.equals("free") || before.equals("incap");
      case "than" -> before.equals("rather");
      case "to" ->
          before.equals("fail")
              || before.equals("refus")
              || before.equals("imposs")
              || before.equals("busi");
      case "from" -> within(tokens, i, Set.of("stop", "prevent", "keep", "far", "hinder", "away"));
      default -> false;
    };
  }

  private static boolean within(List<Token> tokens, int i, Set<String> verbs) {
    for (int j = Math.max(0, i - NEAR); j < i; j++) {
      if (verbs.contains(tokens.get(j).stem())) {
        return true;
      }
    }
    return false;
  }

  /** "Neither checks nor streams" is one denial, not two: "nor" goes on with the one over it. */
  private static int goesOn(List<Token> tokens, List<BitSet> over, int at) {
    int first = over.get(at).nextSetBit(0);
    return tokens.get(at).is("nor") && first >= 0 ? first : at;
  }

  private static void forward(
      List<Token> tokens, List<BitSet> over, int at, int negator, int reach) {
    boolean isWeak = WEAK.contains(tokens.get(at).stem());
    for (int i = at + 1; i < tokens.size() && i <= at + reach; i++) {
      if (ends(tokens.get(i)) || (isWeak && FINITE.contains(tokens.get(i).text()))) {
        return;
      }
      over.get(i).set(negator);
    }
  }

  private static void back(List<Token> tokens, List<BitSet> over, int at) {
    for (int i = at - 1; i >= 0 && i >= at - BACK; i--) {
      if (ends(tokens.get(i))) {
        return;
      }
      over.get(i).set(at);
    }
  }

  private static boolean ends(Token token) {
    return token.isBreak() || ENDS.contains(token.stem());
  }
}
