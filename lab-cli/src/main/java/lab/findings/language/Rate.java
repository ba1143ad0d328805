package lab.findings.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A number of requests per time, as stated in a sentence.
 *
 * @param perSecond requests per second
 * @param below whether it was stated as an upper bound: "less than one a second"
 * @param start index of its first token
 * @param end index after its last
 */
public record Rate(double perSecond, boolean below, int start, int end) {
  private static final Set<String> BETWEEN =
      Set.of(
          "request",
          "check",
          "req",
          "call",
          "client",
          "of",
          "them",
          "more",
          "poll",
          "job",
          "new",
          "feed",
          "visitor",
          "arriv",
          "user",
          "custom",
          "incom",
          "answer",
          "hit",
          "r",
          "reqs",
          "rq",
          "one",
          "such",
          "/check_feed",
          "come",
          "in",
          "connect",
          "total",
          "on",
          "averag",
          "altogeth",
          "complet",
          "finish",
          "those",
          "these",
          "thing",
          "peopl",
          "person",
          "caller",
          "reader",
          "all",
          "told",
          "at",
          "most",
          "max",
          "togeth",
          "get",
          "got",
          "do",
          "done",
          "through",
          "serv",
          "process",
          "handl",
          "ar",
          "is",
          "can",
          "be",
          "arrive",
          "knock",
          "turn",
          "up",
          "send",
          "sent",
          "wait",
          "onli");
  private static final Set<String> NOT_COUNTED =
      Set.of(
          "thread",
          "worker",
          "process",
          "core",
          "m",
          "millisecond",
          "mb",
          "hour",
          "dai",
          "percent");
  private static final Set<String> PER =
      Set.of("per", "a", "an", "each", "everi", "in", "÷", "within");
  private static final Set<String> SECOND = Set.of("second", "s", "sec", "secs");
  private static final Set<String> MINUTE = Set.of("minut", "min", "mins");
  private static final Set<String> LEADS = Set.of("in", "per", "within", "each", "everi");
  private static final int WORDS = 4;
  private static final int SENTENCE = 16;

  /** The rates of a sentence, from left to right. */
  public static List<Rate> in(List<Token> tokens) {
    var rates = new ArrayList<Rate>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isNumber()) {
        add(rates, tokens, i);
      }
    }
    for (int i = 0; i + 1 < tokens.size(); i++) {
      addTimeFirst(rates, tokens, i);
    }
    return List.copyOf(rates);
  }

  /** Whether it states a given rate, within a tenth, or bounds it closely from above. */
  public boolean states(double expected) {
    return below
        ? expected <= perSecond && perSecond <= 1.6 * expected
        : Math.abs(perSecond - expected) <= 0.1 * expected;
  }

  private static void add(List<Rate> rates, List<Token> tokens, int at) {
    int i = at + 1;
    while (i < tokens.size()
        && i <= at + WORDS
        && BETWEEN.contains(tokens.get(i).stem())
        && !isPer(tokens, i)) {
      i++;
    }
    if (i == at + 1 && isPer(tokens, i + 1) && isCounted(tokens.get(i))) {
      i++;
    }
    if (i >= tokens.size()) {
      return;
    }
    if (Set.of("rps", "qps").contains(tokens.get(i).text())) {
      rates.add(new Rate(tokens.get(at).value(), below(tokens, at), at, i + 1));
    } else if (isPer(tokens, i)) {
      double seconds = seconds(tokens, i + 1);
      int end = tokens.get(i + 1).isNumber() ? i + 3 : i + 2;
      rates.add(new Rate(tokens.get(at).value() / seconds, below(tokens, at), at, end));
    }
  }

  /** "In a minute that makes forty-eight": the time span first, then one number or two. */
  private static void addTimeFirst(List<Rate> rates, List<Token> tokens, int at) {
    double seconds = LEADS.contains(tokens.get(at).stem()) ? seconds(tokens, at + 1) : 0;
    boolean closes = rates.stream().anyMatch(rate -> rate.start() < at && at < rate.end());
    if (seconds == 0 || closes || tokens.get(at + 1).isNumber()) {
      return;
    }
    for (int i = at + 2; i < Math.min(tokens.size(), at + SENTENCE); i++) {
      int number = i;
      boolean taken =
          rates.stream().anyMatch(rate -> rate.start() <= number && number < rate.end());
      boolean ownUnit = i + 1 < tokens.size() && unit(tokens.get(i + 1)) > 0;
      boolean divided = tokens.get(i - 1).is("÷") || countsWorkers(tokens, i + 1);
      if (tokens.get(i).isNumber() && !taken && !ownUnit && !divided) {
        rates.add(new Rate(tokens.get(i).value() / seconds, below(tokens, i), i, i + 1));
      }
    }
  }

  private static boolean countsWorkers(List<Token> tokens, int at) {
    return at < tokens.size() && Set.of("worker", "process").contains(tokens.get(at).stem());
  }

  /** Whether a word may name what arrives, whatever the author calls it: "10 patients a second". */
  private static boolean isCounted(Token token) {
    return token.isWord() && unit(token) == 0 && !NOT_COUNTED.contains(token.stem());
  }

  private static boolean isPer(List<Token> tokens, int i) {
    return i < tokens.size() && PER.contains(tokens.get(i).stem()) && seconds(tokens, i + 1) > 0;
  }

  /** How long the time span at {@code i} is: "second", "2.5 s", "a minute"; 0 when it is none. */
  private static double seconds(List<Token> tokens, int i) {
    if (i >= tokens.size()) {
      return 0;
    }
    var first = tokens.get(i);
    if (first.isNumber()
        || first.is("a")
        || first.is("the")
        || first.is("those")
        || first.is("on")) {
      double factor = first.isNumber() ? first.value() : 1;
      return i + 1 < tokens.size() ? factor * unit(tokens.get(i + 1)) : 0;
    }
    return unit(first);
  }

  private static double unit(Token token) {
    if (SECOND.contains(token.stem())) {
      return 1;
    }
    return MINUTE.contains(token.stem()) ? 60 : 0;
  }

  private static boolean below(List<Token> tokens, int at) {
    for (int i = Math.max(0, at - 3); i < at; i++) {
      if (Set.of("less", "fewer", "under", "below", "even", "bare", "almost", "nearli", "short")
          .contains(tokens.get(i).stem())) {
        return true;
      }
    }
    return false;
  }
}
