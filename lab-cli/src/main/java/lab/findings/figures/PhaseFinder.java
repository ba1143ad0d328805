package lab.findings.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import lab.findings.document.BlockKind;
import lab.findings.language.Token;
import lab.findings.match.Reading;

/**
 * Tells whether a figure of one sentence speaks of the time before the routing was changed or after
 * it. A word binds the figure beside it; where nothing binds, the figure is left to its value.
 */
final class PhaseFinder {
  private static final String BEFORE = "before";
  private static final String AFTER = "after";
  private static final int FAR = 6;
  private static final int BESIDE = 3;

  private final Reading reading;
  private final List<Token> tokens;
  private final Optional<String> context;
  private final List<Said> words = new ArrayList<>();

  /**
   * @param reading the sentence
   * @param context the phase that a heading above it names, if any
   */
  PhaseFinder(Reading reading, Optional<String> context) {
    this.reading = reading;
    this.tokens = reading.tokens();
    this.context = context;
    reading.places("phase_before").forEach(at -> words.add(new Said(at, BEFORE)));
    reading.places("phase_after").forEach(at -> words.add(new Said(at, AFTER)));
    words.sort(Comparator.comparingInt(Said::at));
  }

  private record Said(int at, String phase) {}

  /**
   * The phase of a figure.
   *
   * @param start index of its first token
   * @param end index after its last
   */
  Optional<String> phase(int start, int end) {
    return column(start)
        .or(() -> prefixed(start))
        .or(() -> change(start, end))
        .or(() -> beside(start, end))
        .or(() -> throughout(start))
        .or(() -> leading(start))
        .or(() -> words.isEmpty() ? context : Optional.empty());
  }

  /** The phase that a short sentence names for those below it: "Before the change:". */
  static Optional<String> named(Reading heading) {
    var finder = new PhaseFinder(heading, Optional.empty());
    boolean brief = heading.tokens().size() <= FAR;
    var phases = finder.words.stream().map(Said::phase).distinct().toList();
    return brief && phases.size() == 1 ? Optional.of(phases.getFirst()) : Optional.empty();
  }

  private Optional<String> column(int token) {
    if (reading.sentence().block().kind() != BlockKind.ROW) {
      return Optional.empty();
    }
    var columns = reading.sentence().block().columns();
    int column = (int) tokens.subList(0, token).stream().filter(t -> t.is("|")).count();
    var head = column < columns.size() ? columns.get(column).toLowerCase(Locale.ROOT) : "";
    if (head.contains(BEFORE) || head.contains("baseline") || head.contains("old")) {
      return Optional.of(BEFORE);
    }
    boolean after = head.contains(AFTER) || head.contains("new") || head.contains("now");
    return after ? Optional.of(AFTER) : Optional.empty();
  }

  /** "instead of 51", "where it had been 49": the figure that follows is the old one. */
  private Optional<String> prefixed(int start) {
    return reading.places("phase_prefix").stream()
            .anyMatch(at -> at < start && start - at <= FAR && isBare(at, start))
        ? Optional.of(BEFORE)
        : Optional.empty();
  }

  /**
   * "51 → 600", where the arrow stands beside the figure; "49/600, 2/100 became 600/600, 100/100".
   */
  private Optional<String> change(int start, int end) {
    for (int i = 0; i < tokens.size(); i++) {
      boolean right = i >= end && i - end < BESIDE && isBare(end - 1, i);
      boolean left = i < start && start - i <= BESIDE && isBare(i, start);
      if (tokens.get(i).is("→")
          && (right ? isNumberNear(i + 1, 1) : left && isNumberNear(i - 1, -1))) {
        return Optional.of(right ? BEFORE : AFTER);
      }
    }
    return reading.places("phase_change").stream()
        .filter(at -> isNumberNear(at + 1, 1) && isNumberNear(at - 1, -1))
        .findFirst()
        .map(at -> start < at ? BEFORE : AFTER);
  }

  private boolean isNumberNear(int from, int step) {
    for (int i = from; i >= 0 && i < tokens.size() && Math.abs(i - from) < BESIDE; i += step) {
      if (tokens.get(i).isNumber()) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> beside(int start, int end) {
    var right =
        words.stream()
            .filter(w -> w.at() >= end && w.at() - end < FAR && isBare(end - 1, w.at()))
            .filter(w -> between(end, w.at(), t -> t.isBreak() && !t.is("(")).isEmpty())
            .findFirst();
    var left =
        words.stream()
            .filter(w -> w.at() < start && start - w.at() <= FAR && isBare(w.at(), start))
            .max(Comparator.comparingInt(Said::at));
    boolean figureFirst = words.stream().noneMatch(w -> w.at() < firstNumber());
    if (figureFirst) {
      var parted = left.filter(w -> w.at() > 0 && tokens.get(w.at() - 1).isBreak());
      return right.or(() -> parted).map(Said::phase);
    }
    return left.or(() -> right).map(Said::phase);
  }

  /** A sentence that names one phase speaks of it from there on. */
  private Optional<String> throughout(int start) {
    boolean one = words.stream().map(Said::phase).distinct().count() == 1;
    boolean mixed = !reading.places("phase_prefix").isEmpty();
    return one && !mixed && words.getFirst().at() < start
        ? Optional.of(words.getFirst().phase())
        : Optional.empty();
  }

  /** The first figure of a sentence that names its time before any figure, however far. */
  private Optional<String> leading(int start) {
    return words.stream()
        .filter(w -> w.at() < firstNumber() && isBare(w.at(), start))
        .max(Comparator.comparingInt(Said::at))
        .map(Said::phase);
  }

  private boolean isBare(int from, int to) {
    return between(from + 1, to, Token::isNumber).isEmpty();
  }

  private List<Token> between(int from, int to, Predicate<Token> which) {
    return from >= to
        ? List.of()
        : tokens.subList(Math.max(0, from), to).stream().filter(which).toList();
  }

  private int firstNumber() {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isNumber()) {
        return i;
      }
    }
    return tokens.size();
  }
}
