package lab.findings.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.findings.document.Sentence;
import lab.findings.language.Negation;
import lab.findings.language.Rate;
import lab.findings.language.Standing;
import lab.findings.language.Token;
import lab.findings.rubric.Lexicon;

/**
 * A sentence as it is understood: what stands under a negator, what is asserted, whom each word is
 * about.
 */
public final class Reading {
  private final Lexicon lexicon;
  private final Sentence sentence;
  private final List<Standing> standing;
  private final Map<String, List<Set<String>>> subjects;
  private final Phrases phrases;
  private final List<Rate> rates;

  Reading(
      Lexicon lexicon,
      Sentence sentence,
      List<Standing> standing,
      Map<String, List<Set<String>>> subjects,
      Phrases phrases) {
    this.lexicon = lexicon;
    this.sentence = sentence;
    this.standing = List.copyOf(standing);
    this.subjects = Map.copyOf(subjects);
    this.phrases = phrases;
    this.rates = Rate.in(sentence.tokens());
  }

  public Sentence sentence() {
    return sentence;
  }

  public List<Token> tokens() {
    return sentence.tokens();
  }

  public List<Rate> rates() {
    return rates;
  }

  Phrases phrases() {
    return phrases;
  }

  /** Where a concept is said. */
  List<Span> occurrences(String concept) {
    return phrases.of(concept);
  }

  /** Where a concept is said: the index of its first token each time. */
  public List<Integer> places(String concept) {
    return phrases.of(concept).stream().map(Span::start).distinct().toList();
  }

  /** Whether a concept is said at all. */
  public boolean says(String concept) {
    return !phrases.of(concept).isEmpty();
  }

  /** Whether negation turns a concept round. */
  boolean isClaim(String concept) {
    return lexicon.concept(concept).claim();
  }

  public Negation negation() {
    return phrases.negation();
  }

  public Standing standing(int token) {
    return standing.get(token);
  }

  /** The standing of the word that begins at an offset of the source. */
  public Standing standingAt(int offset) {
    for (int i = 0; i < tokens().size(); i++) {
      if (tokens().get(i).start() >= offset) {
        return standing.get(i);
      }
    }
    return standing.getLast();
  }

  /** The standing of the sentence's first word, for reports. */
  public Standing standing() {
    return standing.getFirst();
  }

  /**
   * Whom a token is about.
   *
   * @param kind {@code models}, {@code routes} or {@code codes}
   */
  public Set<String> about(String kind, int token) {
    var perToken = subjects.getOrDefault(kind, List.of());
    return perToken.isEmpty() ? Set.of() : perToken.get(token);
  }

  /** Whether some of it is another person's opinion. */
  boolean isReported() {
    return standing.contains(Standing.REPORTED);
  }

  /** The same sentence in another standing: copied, or rejected by the next. */
  public Reading as(Standing other) {
    return new Reading(
        lexicon, sentence, tokens().stream().map(_ -> other).toList(), subjects, phrases);
  }

  /** This sentence and the next read as one, with a break between them. */
  Reading with(Reading next) {
    var tokens = new ArrayList<>(tokens());
    int end = sentence.end();
    tokens.add(new Token(";", ";", Token.Kind.MARK, 0, end, end));
    tokens.addAll(next.tokens());
    var both = new ArrayList<>(standing);
    both.add(standing.getLast());
    both.addAll(next.standing);
    var merged = new java.util.HashMap<String, List<Set<String>>>();
    subjects.forEach((kind, per) -> {
      var all = new ArrayList<>(per);
      all.add(per.getLast());
      all.addAll(next.subjects.getOrDefault(kind, List.of()));
      merged.put(kind, all);
    });
    var joined = new Sentence(tokens, sentence.block(), sentence.section(), false);
    return new Reading(lexicon, joined, both, merged, new Phrases(lexicon, tokens));
  }
}
