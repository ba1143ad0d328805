package lab.findings.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lab.findings.language.Negation;
import lab.findings.language.Token;
import lab.findings.rubric.Element;
import lab.findings.rubric.Lexicon;

/** Finds the concepts of the lexicon in one sentence. */
final class Phrases {
  private final Lexicon lexicon;
  private final List<Token> tokens;
  private final Map<String, List<Span>> found = new HashMap<>();
  private final Set<String> stems;
  private final Negation negation;

  Phrases(Lexicon lexicon, List<Token> tokens) {
    this.lexicon = lexicon;
    this.tokens = tokens;
    this.stems = tokens.stream().map(Token::stem).collect(Collectors.toSet());
    this.negation = Negation.of(tokens);
  }

  List<Token> tokens() {
    return tokens;
  }

  Negation negation() {
    return negation;
  }

  /** Where a concept is said, from left to right. */
  List<Span> of(String concept) {
    var known = found.get(concept);
    if (known == null) {
      known = search(concept);
      found.put(concept, known);
    }
    return known;
  }

  private List<Span> search(String concept) {
    var possible = lexicon.concept(concept).phrases().stream().filter(this::mayOccur).toList();
    if (possible.isEmpty()) {
      return List.of();
    }
    var spans = new ArrayList<Span>();
    var ends = new BitSet();
    for (int start = 0; start < tokens.size(); start++) {
      for (var phrase : possible) {
        if (mayBegin(phrase.elements().getFirst(), tokens.get(start))) {
          walk(phrase.elements(), 0, start, ends);
        }
      }
      for (int end = ends.nextSetBit(start + 1); end >= 0; end = ends.nextSetBit(end + 1)) {
        spans.add(new Span(start, end));
      }
      ends.clear();
    }
    return List.copyOf(spans);
  }

  /** Whether every word that the phrase cannot do without stands in the sentence. */
  private boolean mayOccur(Element.Phrase phrase) {
    for (var words : phrase.needed()) {
      if (!stands(words)) {
        return false;
      }
    }
    return true;
  }

  private boolean stands(Set<String> words) {
    for (var word : words) {
      if (stems.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayBegin(Element first, Token token) {
    return switch (first) {
      case Element.Word(var words, var optional) -> optional || words.contains(token.stem());
      case Element.Form(var text) -> text.equals(token.text());
      default -> true;
    };
  }

  private void walk(List<Element> elements, int step, int at, BitSet ends) {
    if (step == elements.size()) {
      ends.set(at);
      return;
    }
    switch (elements.get(step)) {
      case Element.Word(var stems, var optional) -> {
        if (at < tokens.size() && stems.contains(tokens.get(at).stem())) {
          walk(elements, step + 1, at + 1, ends);
        }
        if (optional) {
          walk(elements, step + 1, at, ends);
        }
      }
      case Element.Form(var text) -> {
        if (at < tokens.size() && tokens.get(at).text().equals(text)) {
          walk(elements, step + 1, at + 1, ends);
        }
      }
      case Element.Start() -> {
        if (at == 0 || tokens.get(at - 1).is("|")) {
          walk(elements, step + 1, at, ends);
        }
      }
      case Element.AnyWord() -> {
        if (at < tokens.size() && !tokens.get(at).isBreak()) {
          walk(elements, step + 1, at + 1, ends);
        }
      }
      case Element.AnyNumber number -> {
        if (at < tokens.size()
            && tokens.get(at).isNumber()
            && number.admits(tokens.get(at).value())) {
          walk(elements, step + 1, at + 1, ends);
        }
      }
      case Element.Gap(int most) -> {
        walk(elements, step + 1, at, ends);
        for (int i = at; i < Math.min(at + most, tokens.size()); i++) {
          if (tokens.get(i).isBreak()) {
            return;
          }
          walk(elements, step + 1, i + 1, ends);
        }
      }
      case Element.Nested(var name) -> {
        for (var span : of(name)) {
          if (span.start() == at) {
            walk(elements, step + 1, span.end(), ends);
          }
        }
      }
    }
  }
}
