package lab.findings.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lab.findings.language.Standing;
import lab.findings.language.Token;
import lab.findings.match.Reading;

/** Finds the figures of a write-up that runs can confirm, each bound to its route and phase. */
public final class FigureReader {
  private static final Map<String, String> PATHS =
      Map.of("feed", "/check_feed", "stream", "/stream_feed", "home", "/", "hash", "/hash_me");
  private static final Set<String> OF = Set.of("of", "÷", "from");

  /** "502/504" names two status codes. */
  private static final Set<String> CODES = Set.of("499", "500", "502", "503", "504");

  private static final Set<String> NO_RUN =
      Set.of(
          "thread", "worker", "process", "slot", "core", "cpu", "model", "place", "server", "mode");
  private static final int WORDS_BETWEEN = 4;
  private static final int SMALLEST_WHOLE = 10;

  private FigureReader() {}

  /** All figures, in reading order. */
  public static List<Figure> read(List<Reading> readings) {
    var figures = new ArrayList<Figure>();
    Optional<String> context = Optional.empty();
    for (var reading : readings) {
      if (reading.sentence().isHeading() || !hasNumber(reading)) {
        var named = PhaseFinder.named(reading);
        context = named.isPresent() || reading.sentence().isHeading() ? named : context;
      } else if (reading.standing().counts() || reading.standing() == Standing.LISTED) {
        new OneSentence(reading, new PhaseFinder(reading, context), figures).read();
      }
    }
    return List.copyOf(figures);
  }

  private static boolean hasNumber(Reading reading) {
    return reading.tokens().stream().anyMatch(Token::isNumber);
  }

  private record OneSentence(Reading reading, PhaseFinder phases, List<Figure> into) {
    void read() {
      var tokens = reading.tokens();
      for (int i = 0; i < tokens.size(); i++) {
        var token = tokens.get(i);
        if (isRunId(i)) {
          continue;
        }
        if (token.isNumber()) {
          i = Math.max(i, number(tokens, i));
        } else if (Set.of("all", "everi", "both").contains(token.stem())) {
          i = all(tokens, i, true);
        } else if (Set.of("none", "not", "no").contains(token.stem())) {
          i = all(tokens, i, false);
        }
      }
      for (var rate : reading.rates()) {
        measured(Figure.Kind.PER_SECOND, rate.perSecond(), rate.start(), rate.end());
      }
    }

    /** Reads a figure that begins with the number at {@code i}; the index of its last token. */
    private int number(List<Token> tokens, int i) {
      var value = tokens.get(i).value();
      int to = risenTo(tokens, i);
      if (to > 0) {
        return rise(tokens, i, to);
      }
      int other = total(tokens, i);
      if (other > 0) {
        if (!isOfNoRun(tokens, other + 1)) {
          share(value, tokens.get(other).value(), phases.phase(i, other + 1), i, other + 1);
        }
        return other;
      }
      var unit = i + 1 < tokens.size() ? tokens.get(i + 1).stem() : "";
      if (unit.equals("%") || unit.equals("percent")) {
        measured(Figure.Kind.PERCENT, value, i, i + 2);
      } else if (Set.of("s", "ms", "second", "sec", "millisecond").contains(unit)) {
        double millis = unit.startsWith("m") ? value : 1000 * value;
        quantile(tokens, i).ifPresent(kind -> measured(kind, millis, i, i + 2));
      } else if (value == Math.rint(value) && !isOfNoRun(tokens, i + 1)) {
        count(value, phases.phase(i, i + 1), i);
      }
      return i;
    }

    /** The index of m in "from n to m"; -1 if there is none. */
    private static int risenTo(List<Token> tokens, int i) {
      boolean from = i > 0 && tokens.get(i - 1).text().equals("from");
      for (int j = i + 1; from && j + 1 < Math.min(tokens.size(), i + 4); j++) {
        boolean to = Set.of("to", "→").contains(tokens.get(j).stem());
        if (to && tokens.get(j + 1).isNumber()) {
          return j + 1;
        }
      }
      return -1;
    }

    /** Reads "from 51 to 212 of 600": a figure from before, and one from after. */
    private int rise(List<Token> tokens, int from, int to) {
      int other = total(tokens, to);
      if (other > 0) {
        double total = tokens.get(other).value();
        share(tokens.get(from).value(), total, Optional.of("before"), from, from + 1);
        share(tokens.get(to).value(), total, Optional.of("after"), to, other + 1);
        return other;
      }
      count(tokens.get(from).value(), Optional.of("before"), from);
      count(tokens.get(to).value(), Optional.of("after"), to);
      return to;
    }

    /** The index of m in "n of m", "n/m", "n (of m)", "n good answers out of the m"; -1 if none. */
    private int total(List<Token> tokens, int i) {
      for (int j = i + 1; j < Math.min(tokens.size() - 1, i + 2 + WORDS_BETWEEN); j++) {
        var token = tokens.get(j);
        if (OF.contains(token.stem())) {
          int k = j + 1;
          while (k < tokens.size()
              && Set.of("the", "all", "our", "a").contains(tokens.get(k).stem())) {
            k++;
          }
          boolean share =
              k < tokens.size()
                  && tokens.get(k).isNumber()
                  && tokens.get(k).value() >= tokens.get(i).value()
                  && tokens.get(k).value() == Math.rint(tokens.get(k).value())
                  && tokens.get(k).value() > 2
                  && !(CODES.contains(tokens.get(i).stem())
                      && CODES.contains(tokens.get(k).stem()));
          return share ? k : -1;
        }
        if (token.isNumber() || (token.isBreak() && !token.is("("))) {
          return -1;
        }
      }
      return -1;
    }

    /**
     * Reads "all 80", "none of the 80"; the index of its last token, or {@code i} if it is none.
     */
    private int all(List<Token> tokens, int i, boolean good) {
      for (int j = i + 1; j < Math.min(tokens.size(), i + 5); j++) {
        double total = tokens.get(j).value();
        if (tokens.get(j).isNumber() && total >= SMALLEST_WHOLE && !isOfNoRun(tokens, j + 1)) {
          share(good ? total : 0, total, phases.phase(i, j + 1), i, j + 1);
          return j;
        }
        boolean goesOn =
            total == 1
                || Set.of("of", "the", "one", "these", "our", "singl", "a")
                    .contains(tokens.get(j).stem());
        if (!goesOn) {
          return i;
        }
      }
      return i;
    }

    private static Optional<Figure.Kind> quantile(List<Token> tokens, int i) {
      for (int j = Math.max(0, i - 5); j < Math.min(tokens.size(), i + 5); j++) {
        var text = tokens.get(j).text();
        if (Set.of("median", "p").contains(text) || text.equals("p50")) {
          boolean p95 = j + 1 < tokens.size() && tokens.get(j + 1).is("95");
          boolean p50 =
              text.equals("median") || (j + 1 < tokens.size() && tokens.get(j + 1).is("50"));
          if (p95 || p50) {
            return Optional.of(p95 ? Figure.Kind.P95_MILLIS : Figure.Kind.P50_MILLIS);
          }
        }
      }
      return Optional.empty();
    }

    private static boolean isOfNoRun(List<Token> tokens, int i) {
      for (int j = i; j < Math.min(tokens.size(), i + 3); j++) {
        if (NO_RUN.contains(tokens.get(j).stem())) {
          return true;
        }
        if (tokens.get(j).isBreak()) {
          return false;
        }
      }
      return false;
    }

    private void count(double value, Optional<String> phase, int at) {
      add(Figure.Kind.COUNT, value, 0, Figure.End.UNSAID, phase, at, at + 1);
    }

    private void measured(Figure.Kind kind, double value, int start, int end) {
      add(kind, value, 0, Figure.End.UNSAID, phases.phase(start, end), start, end);
    }

    /**
     * A share without a word on how they ended is of those that ended well when it is the whole.
     */
    private void share(double value, double total, Optional<String> phase, int start, int end) {
      boolean whole = value == total || !reading.tokens().get(start).isNumber();
      var ended = EndFinder.of(reading, start, end, whole);
      add(Figure.Kind.SHARE, value, total, ended, phase, start, end);
    }

    private void add(
        Figure.Kind kind,
        double value,
        double total,
        Figure.End ended,
        Optional<String> phase,
        int start,
        int end) {
      var tokens = reading.tokens();
      into.add(
          new Figure(
              kind,
              value,
              total,
              ended,
              phase,
              route(start),
              cited(end),
              reading,
              tokens.get(start).start(),
              tokens.get(end - 1).end()));
    }

    /** Whether the number at {@code i} is that of a run: r-0042. */
    private boolean isRunId(int i) {
      var tokens = reading.tokens();
      return i > 0
          && tokens.get(i).isNumber()
          && tokens.get(i - 1).text().equals("r")
          && tokens.get(i).start() - tokens.get(i - 1).end() <= 1;
    }

    /** The run named after a figure in its sentence, else the only one named before it. */
    private Optional<String> cited(int from) {
      var ids = new ArrayList<Integer>();
      for (int i = 0; i < reading.tokens().size(); i++) {
        if (isRunId(i)) {
          ids.add(i);
        }
      }
      return ids.stream()
          .filter(i -> i >= from)
          .findFirst()
          .or(() -> ids.stream().reduce((_, later) -> later))
          .map(i -> "r-" + reading.tokens().get(i).text());
    }

    private Optional<String> route(int token) {
      var about = reading.about("routes", token);
      return about.size() == 1
          ? Optional.ofNullable(PATHS.get(about.iterator().next()))
          : Optional.empty();
    }
  }
}
