package lab.findings.rubric;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.findings.language.Token;
import lab.findings.language.Tokenizer;

/**
 * The concepts that all rubrics share.
 *
 * @param tokenizer how its phrases were cut, and how write-ups have to be
 * @param concepts by name
 * @param subjects per kind of subject ({@code models}, {@code routes}, {@code codes}) the concept
 *     that mentions each
 * @param domain stems of the words that talk about the application rather than about a picture of
 *     it
 */
public record Lexicon(
    Tokenizer tokenizer,
    Map<String, Concept> concepts,
    Map<String, Map<String, String>> subjects,
    Set<String> domain) {
  public Lexicon {
    concepts = Map.copyOf(concepts);
    subjects = Map.copyOf(subjects);
    domain = Set.copyOf(domain);
  }

  public Concept concept(String name) {
    var found = concepts.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no concept of the lexicon: " + name);
    }
    return found;
  }

  /** The tokens of a text that is not part of a write-up. */
  public List<Token> tokens(String text) {
    return tokenizer.tokens(text);
  }

  /** The stems that phrases are made of: what a misspelt word may have meant. */
  public Set<String> vocabulary() {
    return concepts.values().stream()
        .map(Concept::phrases)
        .flatMap(List::stream)
        .map(Element.Phrase::elements)
        .flatMap(List::stream)
        .flatMap(element -> element instanceof Element.Word w ? w.stems().stream() : Stream.empty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
