package lab.findings.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes a word with one slip of the finger for the word of the vocabulary that it resembles. */
public final class Spelling {
  private static final int LONG_ENOUGH = 6;

  private final Set<String> vocabulary;
  private final Map<Integer, List<String>> byLength;
  private final Map<String, String> seen = new HashMap<>();

  /**
   * @param vocabulary stems that matter
   */
  public Spelling(Set<String> vocabulary) {
    this.vocabulary = Set.copyOf(vocabulary);
    this.byLength =
        vocabulary.stream()
            .filter(stem -> stem.length() >= LONG_ENOUGH - 1)
            .sorted()
            .collect(Collectors.groupingBy(String::length));
  }

  /** The token, under the stem of the vocabulary that it was meant to be. */
  public Token corrected(Token token) {
    if (!token.isWord()
        || token.text().length() < LONG_ENOUGH
        || vocabulary.contains(token.stem())) {
      return token;
    }
    var meant = seen.computeIfAbsent(token.stem(), this::nearest);
    return meant.equals(token.stem())
        ? token
        : new Token(token.text(), meant, token.kind(), token.value(), token.start(), token.end());
  }

  private String nearest(String stem) {
    for (int length = stem.length() - 1; length <= stem.length() + 1; length++) {
      for (var word : byLength.getOrDefault(length, List.of())) {
        if (word.charAt(0) == stem.charAt(0) && isOneSlip(stem, word)) {
          return word;
        }
      }
    }
    return stem;
  }

  /** Whether one letter was left out, added, exchanged or swapped with its neighbour. */
  static boolean isOneSlip(String a, String b) {
    int same = 0;
    while (same < a.length() && same < b.length() && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    var restA = a.substring(same);
    var restB = b.substring(same);
    if (restA.length() > restB.length()) {
      return restA.substring(1).equals(restB);
    }
    if (restA.length() < restB.length()) {
      return restB.substring(1).equals(restA);
    }
    return restA.isEmpty()
        || restA.substring(1).equals(restB.substring(1))
        || (restA.length() > 1
            && restA.charAt(0) == restB.charAt(1)
            && restA.charAt(1) == restB.charAt(0)
            && restA.substring(2).equals(restB.substring(2)));
  }
}
