package lab.findings.grade;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lab.findings.language.Token;
import lab.findings.language.Tokenizer;

/** Recognises text that the lab ships itself, by runs of five words. */
final class Shipped {
  private static final int RUN = 5;
  private static final double MOST = 0.6;

  /** Runs of a sentence that can be told to be copied; five words alone may be anybody's. */
  private static final int FEWEST = 2;

  private final Set<List<String>> runs = new HashSet<>();

  Shipped(Tokenizer tokenizer, Collection<String> texts) {
    texts.forEach(text -> runs.addAll(runs(words(tokenizer.tokens(text)))));
  }

  /** Whether most of a sentence stands in a shipped text word for word. */
  boolean holds(List<Token> sentence) {
    var own = runs(words(sentence));
    return own.size() >= FEWEST && own.stream().filter(runs::contains).count() >= MOST * own.size();
  }

  private static List<String> words(List<Token> tokens) {
    return tokens.stream().filter(t -> t.isWord() || t.isNumber()).map(Token::stem).toList();
  }

  private static Set<List<String>> runs(List<String> words) {
    var runs = new HashSet<List<String>>();
    for (int i = 0; i + RUN <= words.size(); i++) {
      runs.add(words.subList(i, i + RUN));
    }
    return runs;
  }
}
