package lab.findings.rubric;

import java.util.List;

/**
 * A meaning and the ways to say it.
 *
 * @param name the word under which patterns refer to it
 * @param claim whether negation turns it round; a mere thing is the same under a negator
 * @param phrases the ways to say it
 */
public record Concept(String name, boolean claim, List<Element.Phrase> phrases) {
  public Concept {
    phrases = List.copyOf(phrases);
  }
}
