package lab.findings.match;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lab.findings.language.Rate;
import lab.findings.language.Sum;
import lab.findings.language.Token;
import lab.findings.rubric.Facet;

/**
 * Sums about capacity: workers over seconds is one; workers times seconds, or a quotient that does
 * not come out, is none.
 */
final class Sums {
  private static final Set<String> WORKERS = Set.of("worker", "process", "them");
  private static final Set<String> SECONDS = Set.of("s", "second", "sec");
  private static final int BEFORE_NOUN = 3;
  private static final double TOLERANCE = 0.03;
  private static final double SMALL = 9;

  private Sums() {}

  /** The stretch that shows the wanted kind of sum, if any. */
  static Optional<List<Span>> shown(Reading reading, Facet.Sums wanted) {
    return wanted == Facet.Sums.IMPLIED
        ? reading.rates().stream()
            .filter(rate -> isImplied(reading.tokens(), rate))
            .map(rate -> new Span(rate.start(), rate.end()))
            .filter(span -> FacetFinder.counts(reading, span))
            .findFirst()
            .map(List::of)
        : spelt(reading, wanted);
  }

  private static Optional<List<Span>> spelt(Reading reading, Facet.Sums wanted) {
    return Sum.in(reading.tokens()).stream()
        .filter(sum -> FacetFinder.counts(reading, new Span(sum.start(), sum.end())))
        .filter(sum -> reading.rates().stream().anyMatch(rate -> rate.end() > sum.start()))
        .filter(sum -> wanted == Facet.Sums.QUOTIENT ? isCapacity(sum) : misleads(sum))
        .findFirst()
        .map(sum -> List.of(new Span(sum.start(), sum.end())));
  }

  private static boolean isCapacity(Sum sum) {
    return sum.right() && sum.divides() && sum.result() < sum.left();
  }

  private static boolean misleads(Sum sum) {
    boolean productOfSmall =
        sum.left() < SMALL && sum.by() < SMALL && sum.by() > 1.2 && sum.result() > sum.left();
    return sum.divides() ? !sum.right() : productOfSmall;
  }

  /** Whether "n workers" and "m seconds" stand beside the rate n / m. */
  private static boolean isImplied(List<Token> tokens, Rate rate) {
    for (int i = 0; i < tokens.size(); i++) {
      for (int j = 0; isNumberOf(tokens, i, WORKERS) && j < tokens.size(); j++) {
        boolean seconds = (j < rate.start() || j >= rate.end()) && isNumberOf(tokens, j, SECONDS);
        double implied = tokens.get(i).value() / tokens.get(j).value();
        if (i != j && seconds && Math.abs(implied - rate.perSecond()) <= TOLERANCE * implied) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isNumberOf(List<Token> tokens, int at, Set<String> nouns) {
    if (!tokens.get(at).isNumber()) {
      return false;
    }
    for (int i = at + 1; i < Math.min(tokens.size(), at + 1 + BEFORE_NOUN); i++) {
      if (tokens.get(i).isNumber() || tokens.get(i).isBreak()) {
        return false;
      }
      if (nouns.contains(tokens.get(i).stem())) {
        return true;
      }
    }
    return false;
  }
}
