package lab.findings.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lab.findings.language.Standing;
import lab.findings.rubric.Facet;
import lab.findings.rubric.Lexicon;
import lab.findings.rubric.Pattern;

/** Looks for facets in the readings of a write-up. */
public final class FacetFinder {
  private final List<Reading> single;
  private final List<Reading> pairs;
  private final Choices choices;

  public FacetFinder(Lexicon lexicon, List<Reading> readings) {
    this.single = readings.stream().filter(r -> !r.sentence().isHeading()).toList();
    this.pairs = pairs(this.single);
    this.choices = new Choices(lexicon, readings);
  }

  /** Every sentence that shows the facet, in reading order; nothing that is not asserted counts. */
  public List<Hit> find(Facet facet) {
    var hits = new ArrayList<Hit>();
    facet.choice().ifPresent(choice -> hits.addAll(choices.made(facet.name(), choice)));
    for (var reading : single) {
      find(facet, reading).ifPresent(hits::add);
    }
    if (facet.paired() && hits.isEmpty()) {
      for (var reading : pairs) {
        find(facet, reading).ifPresent(hits::add);
      }
    }
    return List.copyOf(hits);
  }

  /** Where words of a pattern occur, asserted or not: a sign that a person might see more. */
  public boolean suggests(Pattern pattern) {
    return single.stream()
        .anyMatch(reading ->
            pattern.terms().stream()
                .allMatch(term -> term.concepts().stream().anyMatch(reading::says)));
  }

  private static List<Reading> pairs(List<Reading> readings) {
    var pairs = new ArrayList<Reading>();
    for (int i = 0; i + 1 < readings.size(); i++) {
      var next = readings.get(i + 1);
      if (next.sentence().section() == readings.get(i).sentence().section()) {
        pairs.add(readings.get(i).with(next));
      }
    }
    return List.copyOf(pairs);
  }

  private static Optional<Hit> find(Facet facet, Reading reading) {
    var section = reading.sentence().section().name().toLowerCase(Locale.ROOT);
    if (!facet.sections().isEmpty() && !facet.sections().contains(section)) {
      return Optional.empty();
    }
    var rate = facet.rates().map(rates -> rates(reading, rates));
    if (rate.isPresent() && rate.get().isEmpty()) {
      return Optional.empty();
    }
    if (facet.sums().isPresent()) {
      return facet
          .sums()
          .flatMap(sums -> Sums.shown(reading, sums))
          .map(list -> hit(facet, reading, list));
    }
    if (facet.patterns().isEmpty()) {
      return rate.filter(list -> counts(reading, list.getFirst()))
          .map(list -> hit(facet, reading, list));
    }
    return facet.patterns().stream()
        .flatMap(pattern -> new Search(facet, reading, pattern).best().stream())
        .findFirst()
        .map(spans -> hit(facet, reading, spans));
  }

  private static List<Span> rates(Reading reading, Facet.Rates rates) {
    return reading.rates().stream()
        .filter(rate ->
            switch (rates.relation()) {
              case ONE_OF -> rates.perSecond().stream().anyMatch(rate::states);
              case NONE_OF -> rates.perSecond().stream().noneMatch(rate::states);
              case ABOVE -> rates.perSecond().stream().allMatch(v -> rate.perSecond() > v);
            })
        .map(rate -> new Span(rate.start(), rate.end()))
        .toList();
  }

  static boolean counts(Reading reading, Span span) {
    return reading.standing(span.start()).counts();
  }

  private static Hit hit(Facet facet, Reading reading, List<Span> spans) {
    int start = spans.stream().mapToInt(Span::start).min().orElse(0);
    int end = spans.stream().mapToInt(Span::end).max().orElse(1);
    var tokens = reading.tokens();
    return new Hit(facet.name(), reading, tokens.get(start).start(), tokens.get(end - 1).end());
  }

  /** One pattern in one sentence: picks an occurrence for each term, the closest together. */
  private record Search(Facet facet, Reading reading, Pattern pattern) {
    Optional<List<Span>> best() {
      for (var term : pattern.terms()) {
        if (term.absent() && term.concepts().stream().anyMatch(reading::says)) {
          return Optional.empty();
        }
      }
      var needed = pattern.terms().stream().filter(term -> !term.absent()).toList();
      return pick(needed, 0, new ArrayList<>());
    }

    private Optional<List<Span>> pick(List<Pattern.Term> terms, int index, List<Span> chosen) {
      if (index == terms.size()) {
        return fits(terms, chosen) ? Optional.of(List.copyOf(chosen)) : Optional.empty();
      }
      var term = terms.get(index);
      for (var concept : term.concepts()) {
        for (var span : reading.occurrences(concept)) {
          boolean inOrder = !term.after() || chosen.getLast().end() <= span.start();
          if (inOrder && chosen.stream().noneMatch(span::overlaps)) {
            chosen.add(span);
            if (near(chosen)) {
              var found = pick(terms, index + 1, chosen);
              if (found.isPresent()) {
                return found;
              }
            }
            chosen.removeLast();
          }
        }
      }
      return Optional.empty();
    }

    private boolean near(List<Span> chosen) {
      int start = chosen.stream().mapToInt(Span::start).min().orElse(0);
      int end = chosen.stream().mapToInt(Span::end).max().orElse(0);
      int own = chosen.stream().mapToInt(span -> span.end() - span.start()).sum();
      return end - start - own <= pattern.within();
    }

    private boolean fits(List<Pattern.Term> terms, List<Span> chosen) {
      var consumed = new BitSet();
      for (int i = 0; i < terms.size(); i++) {
        consumed.set(chosen.get(i).start(), chosen.get(i).end());
        if (terms.get(i).negated()) {
          consumed.or(reading.negation().over(chosen.get(i).start()));
        }
      }
      for (int i = 0; i < terms.size(); i++) {
        if (!polarity(terms.get(i), chosen.get(i), consumed) || !stands(chosen.get(i))) {
          return false;
        }
      }
      return true;
    }

    private boolean polarity(Pattern.Term term, Span span, BitSet consumed) {
      if (term.negated()) {
        return reading.negation().negates(span.start(), span.end(), new BitSet());
      }
      return !isClaim(term) || !reading.negation().negates(span.start(), span.end(), consumed);
    }

    private boolean isClaim(Pattern.Term term) {
      return term.concepts().stream().anyMatch(reading::isClaim);
    }

    private boolean stands(Span span) {
      var standing = reading.standing(span.start());
      return (standing == Standing.ASSERTED || standing == Standing.SUPPOSED)
          && isAbout("models", facet.about().models(), span)
          && isAbout("routes", facet.about().routes(), span)
          && isAbout("codes", facet.about().codes(), span);
    }

    private boolean isAbout(String kind, List<String> wanted, Span span) {
      if (wanted.isEmpty()) {
        return true;
      }
      Set<String> about = reading.about(kind, span.start());
      return wanted.stream().anyMatch(about::contains);
    }
  }
}
