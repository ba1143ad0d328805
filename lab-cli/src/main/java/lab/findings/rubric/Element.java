package lab.findings.rubric;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One step of a phrase. */
public sealed interface Element {
  /**
   * A word, in any of several forms.
   *
   * @param stems what the token's stem may be
   * @param optional whether the phrase also holds without it
   */
  record Word(Set<String> stems, boolean optional) implements Element {
    public Word {
      stems = Set.copyOf(stems);
    }
  }

  /**
   * A word in this form only: its plural is another word.
   *
   * @param text the word, in lower case
   */
  record Form(String text) implements Element {}

  /** Any one token but a mark that ends a clause. */
  record AnyWord() implements Element {}

  /** Up to {@code most} tokens of any kind, but no mark that ends a clause. */
  record Gap(int most) implements Element {}

  /** No token: the phrase must begin the sentence, or the cell of a table. */
  record Start() implements Element {}

  /** A number between two bounds, both included. */
  record AnyNumber(double least, double most) implements Element {
    public boolean admits(double value) {
      return least <= value && value <= most;
    }
  }

  /** Another concept of the lexicon, by name. */
  record Nested(String concept) implements Element {}

  /**
   * A phrase: elements in order, side by side.
   *
   * @param elements what has to be found
   * @param needed for each word that it cannot do without, the forms it may have; told beforehand,
   *     because most phrases can be ruled out by it
   */
  record Phrase(List<Element> elements, List<Set<String>> needed) {
    public Phrase {
      elements = List.copyOf(elements);
      needed = List.copyOf(needed);
    }

    static Phrase of(List<Element> elements) {
      var needed = new ArrayList<Set<String>>();
      for (var element : elements) {
        if (element instanceof Word(var stems, var optional) && !optional) {
          needed.add(stems);
        }
      }
      return new Phrase(elements, needed);
    }
  }
}
