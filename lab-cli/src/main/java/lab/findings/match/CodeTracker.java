package lab.findings.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lab.findings.document.Block;
import lab.findings.document.BlockKind;
import lab.findings.document.Sentence;
import lab.findings.language.Token;
import lab.findings.rubric.Lexicon;

/**
 * Binds the words of a sentence to the status code they explain. Where a sentence names the code
 * first, what follows explains it; where it begins with the reason, the code comes after.
 */
final class CodeTracker {
  private static final List<String> REASONS = List.of("code_reason", "timed_out", "died");
  private static final Set<String> PARTS = Set.of(";", "—");

  private final Lexicon lexicon;
  private final Map<String, String> mentions;
  private Set<String> last = Set.of();
  private Optional<Block> before = Optional.empty();

  CodeTracker(Lexicon lexicon, Map<String, String> mentions) {
    this.lexicon = lexicon;
    this.mentions = mentions;
  }

  List<Set<String>> next(Sentence sentence) {
    var tokens = sentence.tokens();
    if (sentence.isHeading() || isNextItem(sentence.block()) || isNextParagraph(sentence.block())) {
      last = Set.of();
    }
    before = Optional.of(sentence.block());
    var perToken = new ArrayList<Set<String>>();
    int from = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      if (i == tokens.size() || PARTS.contains(tokens.get(i).stem())) {
        perToken.addAll(part(tokens.subList(from, i)));
        if (i < tokens.size()) {
          perToken.add(last);
        }
        from = i + 1;
      }
    }
    return perToken;
  }

  /** Whether a list goes on at the same depth or further out: what was said above is over. */
  private boolean isNextItem(Block block) {
    return block.kind() == BlockKind.ITEM
        && before.filter(b -> !b.equals(block) && b.kind() == BlockKind.ITEM).isPresent()
        && block.level() <= before.get().level();
  }

  /** A paragraph after a paragraph begins without a code. */
  private boolean isNextParagraph(Block block) {
    return block.kind() == BlockKind.PARAGRAPH
        && before.filter(b -> !b.equals(block) && b.kind() == BlockKind.PARAGRAPH).isPresent();
  }

  private List<Set<String>> part(List<Token> tokens) {
    var codes = new ArrayList<Set<String>>();
    var phrases = new Phrases(lexicon, tokens);
    for (int i = 0; i < tokens.size(); i++) {
      codes.add(codeAt(phrases, i));
    }
    int first = firstNamed(codes);
    if (first < 0) {
      return Collections.nCopies(tokens.size(), last);
    }
    boolean reasonFirst =
        REASONS.stream()
            .flatMap(concept -> phrases.of(concept).stream())
            .anyMatch(span -> span.end() <= first);
    return reasonFirst ? backward(codes) : forward(codes, first);
  }

  private Set<String> codeAt(Phrases phrases, int index) {
    var here = new HashSet<String>();
    mentions.forEach((code, concept) -> {
      if (phrases.of(concept).stream().anyMatch(s -> s.start() <= index && index < s.end())) {
        here.add(code);
      }
    });
    return Set.copyOf(here);
  }

  private static int firstNamed(List<Set<String>> codes) {
    for (int i = 0; i < codes.size(); i++) {
      if (!codes.get(i).isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  private List<Set<String>> forward(List<Set<String>> codes, int first) {
    var bound = new ArrayList<Set<String>>();
    var now = codes.get(first);
    for (int i = 0; i < codes.size(); i++) {
      var here = codes.get(i);
      if (!here.isEmpty() && i > first) {
        now = here;
      }
      bound.add(now);
    }
    last = now;
    return bound;
  }

  private List<Set<String>> backward(List<Set<String>> codes) {
    var bound = new ArrayList<Set<String>>(codes);
    Set<String> now = Set.of();
    for (int i = codes.size() - 1; i >= 0; i--) {
      if (!codes.get(i).isEmpty()) {
        now = codes.get(i);
        last = last.isEmpty() ? now : last;
      }
      bound.set(i, now);
    }
    int tail = codes.size() - 1;
    Set<String> end = Set.of();
    for (int i = 0; i <= tail; i++) {
      end = codes.get(i).isEmpty() ? end : codes.get(i);
      if (bound.get(i).isEmpty()) {
        bound.set(i, end);
      }
    }
    last = end;
    return bound;
  }
}
