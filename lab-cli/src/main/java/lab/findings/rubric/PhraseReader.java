package lab.findings.rubric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lab.findings.language.Tokenizer;

/**
 * Reads the phrase notation of rubric files: {@code take/accept one? <request> .. at a time}.
 *
 * <p>A slash parts alternatives, a question mark makes a word optional, {@code *} is any word,
 * {@code ^} the start of the sentence, {@code ..} up to three words, {@code #} any number, {@code
 * #<30} and {@code #>9} a number below or above a bound, {@code =loops} the word in this form only,
 * {@code {name}} a parameter of the scenario, {@code <name>} another concept.
 */
final class PhraseReader {
  private static final int GAP = 3;

  private final Tokenizer tokenizer;
  private final Map<String, Double> parameters;

  PhraseReader(Tokenizer tokenizer, Scenario scenario) {
    this.tokenizer = tokenizer;
    this.parameters = scenario.parameters();
  }

  Element.Phrase read(String phrase) {
    var elements = new ArrayList<Element>();
    for (var part : phrase.strip().split("\\s+", -1)) {
      elements.addAll(elements(part));
    }
    return Element.Phrase.of(elements);
  }

  private List<Element> elements(String part) {
    if (part.equals("^")) {
      return List.of(new Element.Start());
    }
    if (part.equals("*")) {
      return List.of(new Element.AnyWord());
    }
    if (part.equals("..")) {
      return List.of(new Element.Gap(GAP));
    }
    if (part.startsWith("=") && part.length() > 1) {
      return List.of(new Element.Form(part.substring(1)));
    }
    if (part.startsWith("#")) {
      return List.of(number(part));
    }
    if (part.startsWith("<")) {
      return List.of(new Element.Nested(part.substring(1, part.length() - 1)));
    }
    if (part.startsWith("{")) {
      return List.of(
          new Element.Word(Set.of(parameter(part.substring(1, part.length() - 1))), false));
    }
    if (part.startsWith("/")) {
      return List.of(new Element.Word(Set.of(part), false));
    }
    boolean optional = part.endsWith("?");
    var bare = optional ? part.substring(0, part.length() - 1) : part;
    return bare.contains("/") ? List.of(choice(bare, optional)) : words(bare, optional);
  }

  private static Element.AnyNumber number(String part) {
    double bound = part.length() > 2 ? Double.parseDouble(part.substring(2)) : 0;
    return new Element.AnyNumber(
        part.startsWith("#>") ? Math.nextUp(bound) : 0,
        part.startsWith("#<") ? Math.nextDown(bound) : Double.MAX_VALUE);
  }

  private Element choice(String bare, boolean optional) {
    return new Element.Word(
        Arrays.stream(bare.split("/", -1))
            .map(word ->
                word.startsWith("{")
                    ? parameter(word.substring(1, word.length() - 1))
                    : tokenizer.tokens(word).getFirst().stem())
            .collect(Collectors.toSet()),
        optional);
  }

  private List<Element> words(String bare, boolean optional) {
    return tokenizer.tokens(bare).stream()
        .<Element>map(token -> new Element.Word(Set.of(token.stem()), optional))
        .toList();
  }

  private String parameter(String parameter) {
    var value = parameters.get(parameter);
    if (value == null) {
      throw new IllegalArgumentException("no parameter of the scenario: " + parameter);
    }
    return Scenario.written(value);
  }
}
