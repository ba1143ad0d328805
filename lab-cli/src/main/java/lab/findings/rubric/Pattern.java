package lab.findings.rubric;

import java.util.List;

/**
 * What a sentence must hold for a facet: terms near each other.
 *
 * @param terms all of them are needed
 * @param within how many tokens may stand between the first and the last, beside the terms' own
 */
public record Pattern(List<Term> terms, int within) {
  public Pattern {
    terms = List.copyOf(terms);
  }

  /**
   * A part of a pattern.
   *
   * @param concepts any of these fits
   * @param negated whether it must stand under a negator (for a claim it must not, otherwise)
   * @param absent whether it must not occur in the sentence at all
   * @param after whether it must come after the term before it
   */
  public record Term(List<String> concepts, boolean negated, boolean absent, boolean after) {
    public Term {
      concepts = List.copyOf(concepts);
    }
  }
}
