package lab.findings.language;

import java.util.List;
import java.util.Set;

/** Countable signs of whether words form English sentences. */
public final class EnglishShape {
  private static final Set<String> ARTICLES = Set.of("the", "a", "an");
  private static final Set<String> PREPOSITIONS =
      Set.of("of", "to", "in", "for", "with", "on", "at", "by", "from", "into", "than");
  private static final Set<String> VERBS =
      Set.of(
          "is", "are", "was", "were", "has", "have", "had", "can", "will", "would", "could", "does",
          "do", "must", "should");
  private static final Set<String> PRONOUNS =
      Set.of("it", "they", "we", "he", "she", "i", "you", "them", "its", "their", "our", "us");
  private static final Set<String> LINKS =
      Set.of(
          "and", "or", "but", "because", "so", "while", "which", "that", "if", "when", "as", "not",
          "no", "there", "this", "these", "then", "until", "each", "every", "all", "only", "more",
          "any", "other", "be", "been", "being", "never", "what", "who", "how", "too", "also",
          "where", "why", "both", "like");
  private static final Set<String> FOREIGN =
      Set.of(
          "der", "die", "das", "und", "ist", "nicht", "ein", "eine", "mit", "auf", "für", "werden",
          "wird", "le", "la", "les", "des", "et", "est", "une", "que", "qui", "dans", "pour", "pas",
          "sur", "el", "los", "las", "y", "del", "por", "con", "se", "para", "il", "di", "che",
          "per", "non", "een", "het", "van", "niet", "wordt", "na", "nie", "jest", "się", "w", "z",
          "um", "uma", "os", "não", "de", "sie", "den", "dem", "zu", "von", "ett", "och", "som",
          "att", "det", "je", "po", "ve", "bir");

  private EnglishShape() {}

  /** The share of function words, 0 to 1. */
  public static double functionShare(List<Token> words) {
    return share(words, EnglishShape::isFunctionWord);
  }

  /** Whether function words of other languages outnumber the English ones. */
  public static boolean foreign(List<Token> words) {
    return share(words, FOREIGN::contains) > share(words, EnglishShape::isFunctionWord)
        || share(words, FOREIGN::contains) > 0.12;
  }

  /** Pairs of neighbours that no English sentence holds ("the of", "is the are"), per 100 words. */
  public static double oddPairsPerHundred(List<List<Token>> sentences) {
    int words = 0;
    int odd = 0;
    for (var sentence : sentences) {
      for (int i = 0; i < sentence.size(); i++) {
        words += sentence.get(i).isWord() ? 1 : 0;
        if (i > 0 && isOdd(sentence.get(i - 1).text(), sentence.get(i).text())) {
          odd++;
        }
      }
      var last = sentence.getLast().text();
      odd += ARTICLES.contains(last) && sentence.size() > 3 ? 1 : 0;
    }
    return words == 0 ? 0 : 100.0 * odd / words;
  }

  /** Whether a stretch holds a verb form that English cannot do without in a statement. */
  public static boolean hasVerb(List<Token> tokens) {
    return tokens.stream().anyMatch(t -> VERBS.contains(t.text()));
  }

  static boolean isFunctionWord(String word) {
    return ARTICLES.contains(word)
        || PREPOSITIONS.contains(word)
        || VERBS.contains(word)
        || PRONOUNS.contains(word)
        || LINKS.contains(word);
  }

  private static boolean isOdd(String a, String b) {
    if (ARTICLES.contains(a)) {
      return ARTICLES.contains(b)
          || PREPOSITIONS.contains(b)
          || VERBS.contains(b)
          || Set.of(
                  "it", "they", "we", "he", "i", "them", "its", "their", "our", "and", "or", "but",
                  "because", "so", "while", "which", "that", "if", "when", "until", "not", "be",
                  "been")
              .contains(b);
    }
    if (PREPOSITIONS.contains(a)) {
      boolean verb = VERBS.contains(b) && !Set.of("do", "have", "can").contains(b);
      boolean link = Set.of("of", "they", "he", "and", "but", "or", "because").contains(b);
      return verb || (link && !Set.of("on", "in", "by").contains(a));
    }
    if (Set.of("is", "are", "was", "were", "can", "will", "would", "could", "must", "should")
        .contains(a)) {
      return VERBS.contains(b) && !Set.of("have", "do", "can", "had").contains(b);
    }
    return Set.of("its", "their", "our", "every").contains(a)
        && (VERBS.contains(b)
            || ARTICLES.contains(b)
            || PREPOSITIONS.contains(b)
            || Set.of("and", "but", "or", "because", "so", "which", "that", "it", "they")
                .contains(b));
  }

  private static double share(List<Token> words, java.util.function.Predicate<String> of) {
    return words.isEmpty()
        ? 0
        : (double) words.stream().filter(w -> of.test(w.text())).count() / words.size();
  }
}
