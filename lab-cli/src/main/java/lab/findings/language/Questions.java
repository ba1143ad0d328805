package lab.findings.language;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The stretches of a sentence that ask, although it does not end in a question mark. */
final class Questions {
  /** "The question is whether ..."; what follows is asked, not said. */
  private static final Pattern INDIRECT =
      Pattern.compile(
          "\\b(?:questions?|problem|issue|puzzle)(?: that)?(?: \\w+)? (?:is|was|remains?|becomes?|stays)"
              + "(?: (?:then|now|only|rather|simply))? (?:whether|if|why|how)\\b"
              + "|\\bquestions? (?:of|about|as to)? ?(?:whether|why|how)\\b"
              + "|\\b(?:wonder|wonders|wondered|wondering|ask|asks|asked|asking|asks? (?:me|us|you|1self"
              + "|yourself|ourselves|myself)|asked (?:me|us|myself|ourselves)) (?:whether|if|why|how)\\b"
              + "|\\b(?:not|never|hardly) (?:really |quite |yet |at all )?(?:sure|clear|certain|known|obvious|know"
              + "|tell|remember|checked?|tested|tried) (?:to (?:me|us) )?(?:yet )?(?:whether|if)\\b"
              + "|\\b(?:unclear|uncertain|unsure|undecided|no idea|remains to be seen|open(?: question)?)"
              + " (?:to (?:me|us) )?(?:whether|if|why|how)\\b");

  /** "Why do the workers wait"; a heading or an item that asks often goes without its mark. */
  private static final Pattern DIRECT =
      Pattern.compile(
          "^(?:and |but |so |then )?(?:(?:why|how) (?:do|does|did|can|could|will|would|should|must|has|have"
              + "|is|are|was|were)|(?:what|when|where) (?:do|does|did|can|could|will|would|should))\\b");

  private static final Set<String> TURNS =
      Set.of(":", ";", "—", "→", "|", "but", "however", "because", "answer");
  private static final Set<String> OPENERS =
      Set.of(
          "do", "does", "did", "is", "are", "was", "were", "can", "could", "will", "would", "has",
          "have", "must");

  private Questions() {}

  /**
   * Which tokens belong to a question.
   *
   * @param text the tokens, each as it is written, joined by one space
   */
  static BitSet within(List<Token> tokens, String text) {
    var asked = new BitSet();
    for (var form : List.of(INDIRECT, DIRECT)) {
      var found = form.matcher(text);
      while (found.find()) {
        asked.set(index(text, found.start()), end(tokens, index(text, found.end())));
      }
    }
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is("?")) {
        asked.set(start(tokens, i), i + 1);
      }
    }
    return asked;
  }

  /** Whether "yes" or "no" would answer a question: it begins with its verb, and denies nothing. */
  static boolean isYesOrNo(List<Token> tokens) {
    return tokens.size() > 2
        && OPENERS.contains(tokens.getFirst().text())
        && !tokens.get(1).is("not");
  }

  private static int index(String text, int at) {
    return (int) text.substring(0, at).chars().filter(c -> c == ' ').count();
  }

  private static int end(List<Token> tokens, int from) {
    for (int i = from; i < tokens.size(); i++) {
      if (TURNS.contains(tokens.get(i).stem()) || TURNS.contains(tokens.get(i).text())) {
        return i;
      }
    }
    return tokens.size();
  }

  /** Where the remark begins that the question mark at {@code at} ends. */
  private static int start(List<Token> tokens, int at) {
    int from = at;
    while (from > 0 && !Set.of("(", "|", "?", ";").contains(tokens.get(from - 1).stem())) {
      from--;
    }
    return from;
  }
}
