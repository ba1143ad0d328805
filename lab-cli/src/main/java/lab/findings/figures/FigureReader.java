package lab.findings.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lab.findings.document.BlockKind;
import lab.findings.language.Token;
import lab.findings.match.Reading;

/** Finds the figures of a write-up that runs can confirm, each bound to its route and phase. */
public final class FigureReader {
  private static final Map<String, String> PATHS =
      Map.of("feed", "/check_feed", "stream", "/stream_feed", "home", "/", "hash", "/hash_me");
  private static final Set<String> OF = Set.of("of", "÷", "from");
  private static final Set<String> NO_RUN =
      Set.of(
          "thread", "worker", "process", "slot", "core", "cpu", "model", "place", "server", "mode");
  private static final int WORDS_BETWEEN = 4;

  private FigureReader() {}

  /** All figures, in reading order. */
  public static List<Figure> read(List<Reading> readings) {
    var figures = new ArrayList<Figure>();
    for (var reading : readings) {
      if (reading.standing().counts()) {
        new OneSentence(reading, figures).read();
      }
    }
    return List.copyOf(figures);
  }

  private record OneSentence(Reading reading, List<Figure> into) {
    void read() {
      var tokens = reading.tokens();
      for (int i = 0; i < tokens.size(); i++) {
        var token = tokens.get(i);
        if (token.isNumber()) {
          i = Math.max(i, number(tokens, i));
        } else if (Set.of("all", "everi", "both").contains(token.stem())) {
          all(tokens, i, true);
        } else if (Set.of("none", "not", "no").contains(token.stem())) {
          all(tokens, i, false);
        }
      }
      for (var rate : reading.rates()) {
        add(Figure.Kind.PER_SECOND, rate.perSecond(), 0, rate.start(), rate.end());
      }
    }

    /** Reads a figure that begins with the number at {@code i}; the index of its last token. */
    private int number(List<Token> tokens, int i) {
      var value = tokens.get(i).value();
      int other = total(tokens, i);
      if (other > 0) {
        if (!isOfNoRun(tokens, other + 1)) {
          add(Figure.Kind.SHARE, value, tokens.get(other).value(), i, other + 1);
        }
        return other;
      }
      var unit = i + 1 < tokens.size() ? tokens.get(i + 1).stem() : "";
      if (unit.equals("%") || unit.equals("percent")) {
        add(Figure.Kind.PERCENT, value, 0, i, i + 2);
      } else if (Set.of("s", "ms", "second", "sec", "millisecond").contains(unit)) {
        double millis = unit.startsWith("m") ? value : 1000 * value;
        quantile(tokens, i).ifPresent(kind -> add(kind, millis, 0, i, i + 2));
      } else if (value == Math.rint(value) && !isOfNoRun(tokens, i + 1)) {
        add(Figure.Kind.COUNT, value, 0, i, i + 1);
      }
      return i;
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
                  && tokens.get(k).value() > 2;
          return share ? k : -1;
        }
        if (token.isNumber() || (token.isBreak() && !token.is("("))) {
          return -1;
        }
      }
      return -1;
    }

    private void all(List<Token> tokens, int i, boolean good) {
      for (int j = i + 1; j < Math.min(tokens.size(), i + 5); j++) {
        if (tokens.get(j).isNumber()) {
          double total = tokens.get(j).value();
          boolean one = total == 1 || tokens.get(j).value() < 10;
          if (!one && !isOfNoRun(tokens, j + 1)) {
            add(Figure.Kind.SHARE, good ? total : 0, total, i, j + 1);
          }
          if (!one) {
            return;
          }
        } else if (!Set.of("of", "the", "one", "these", "our", "singl", "a")
            .contains(tokens.get(j).stem())) {
          return;
        }
      }
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

    private void add(Figure.Kind kind, double value, double total, int start, int end) {
      var tokens = reading.tokens();
      into.add(
          new Figure(
              kind,
              value,
              total,
              phase(start),
              route(start),
              reading,
              tokens.get(start).start(),
              tokens.get(end - 1).end()));
    }

    private Optional<String> route(int token) {
      var about = reading.about("routes", token);
      return about.size() == 1
          ? Optional.ofNullable(PATHS.get(about.iterator().next()))
          : Optional.empty();
    }

    private Optional<String> phase(int token) {
      if (reading.sentence().block().kind() == BlockKind.ROW) {
        var head = column(token).toLowerCase(Locale.ROOT);
        if (head.contains("before") || head.contains("baseline") || head.contains("old")) {
          return Optional.of("before");
        }
        if (head.contains("after") || head.contains("new") || head.contains("now")) {
          return Optional.of("after");
        }
      }
      return arrow(token).or(() -> said(token));
    }

    /** The phase that words name: those before the figure, or after it where figures come first. */
    private Optional<String> said(int token) {
      var said = new ArrayList<Said>();
      reading.places("phase_before").forEach(at -> said.add(new Said(at, "before")));
      reading.places("phase_after").forEach(at -> said.add(new Said(at, "after")));
      boolean wordFirst = said.stream().anyMatch(s -> s.at() < firstFigure());
      var left = said.stream().filter(s -> s.at() <= token).max(Comparator.comparingInt(Said::at));
      var right = said.stream().filter(s -> s.at() > token).min(Comparator.comparingInt(Said::at));
      return (wordFirst ? left.or(() -> right) : right.or(() -> left)).map(Said::phase);
    }

    private int firstFigure() {
      var tokens = reading.tokens();
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.get(i).isNumber()) {
          return i;
        }
      }
      return tokens.size();
    }

    private record Said(int at, String phase) {}

    /** Beside an arrow between two figures, the left one is before. */
    private Optional<String> arrow(int token) {
      var tokens = reading.tokens();
      for (int i = token + 1; i < Math.min(tokens.size(), token + 5); i++) {
        if (tokens.get(i).is("→") && i + 1 < tokens.size() && tokens.get(i + 1).isNumber()) {
          return Optional.of("before");
        }
      }
      return token > 0
              && tokens.get(token - 1).is("→")
              && token > 1
              && tokens.get(token - 2).isNumber()
          ? Optional.of("after")
          : Optional.empty();
    }

    private String column(int token) {
      var columns = reading.sentence().block().columns();
      int column = (int) reading.tokens().subList(0, token).stream().filter(t -> t.is("|")).count();
      return column < columns.size() ? columns.get(column) : "";
    }
  }
}
