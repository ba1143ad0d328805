package lab.findings.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lab.findings.language.Token;
import lab.findings.rubric.Element;
import lab.findings.rubric.Lexicon;

/** Finds the concepts of the lexicon in one sentence. */
final class Phrases {
  private final Lexicon lexicon;
  private final List<Token> tokens;
  private final Map<String, List<Span>> found = new HashMap<>();
  private final Set<String> stems;

  Phrases(Lexicon lexicon, List<Token> tokens) {
    this.lexicon = lexicon;
    this.tokens = tokens;
    this.stems = tokens.stream().map(Token::stem).collect(Collectors.toSet());
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
    var spans = new ArrayList<Span>();
    if (lexicon.concept(concept).phrases().stream().noneMatch(this::mayOccur)) {
      return List.of();
    }
    for (int start = 0; start < tokens.size(); start++) {
      var ends = endsOf(concept, start);
      int at = start;
      ends.stream().forEach(end -> spans.add(new Span(at, end)));
    }
    return List.copyOf(spans);
  }

  /** Whether every word that the phrase cannot do without stands in the sentence. */
  private boolean mayOccur(Element.Phrase phrase) {
    for (var element : phrase.elements()) {
      if (element instanceof Element.Word(var words, var optional)
          && !optional
          && Collections.disjoint(words, stems)) {
        return false;
      }
    }
    return true;
  }

  private BitSet endsOf(String concept, int start) {
    var ends = new BitSet();
    for (var phrase : lexicon.concept(concept).phrases()) {
      if (mayOccur(phrase)) {
        walk(phrase.elements(), 0, start, ends);
      }
    }
    ends.clear(start);
    return ends;
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
        if (at < tokens.size()) {
          endsOf(name, at).stream().forEach(end -> walk(elements, step + 1, end, ends));
        }
      }
    }
  }
}
