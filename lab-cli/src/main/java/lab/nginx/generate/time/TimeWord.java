package lab.nginx.generate.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.nginx.grammar.Grammar;
import lab.nginx.grammar.Placed;
import lab.nginx.grammar.Value;
import lab.nginx.syntax.Word;

/**
 * A word that holds a time.
 *
 * @param word the word
 * @param prefix what stands before the time in it, such as {@code fail_timeout=}
 * @param millis the time; milliseconds
 * @param wholeSeconds whether nginx refuses parts of a second here
 */
public record TimeWord(Word word, String prefix, long millis, boolean wholeSeconds) {
  /**
   * Parameters that hold times, by directive; all but those of logs and sleeps in whole seconds.
   */
  private static final Map<String, Set<String>> PARAMETERS =
      Map.of(
          "server", Set.of("fail_timeout=", "slow_start="),
          "access_log", Set.of("flush="),
          "open_file_cache", Set.of("inactive="),
          "open_log_file_cache", Set.of("inactive=", "valid="),
          "resolver", Set.of("valid="));

  private static final Set<String> CACHE_PATH =
      Set.of(
          "inactive=",
          "loader_sleep=",
          "manager_sleep=",
          "loader_threshold=",
          "manager_threshold=");

  private static final Set<String> MILLISECONDS =
      Set.of(
          "flush=", "loader_sleep=", "manager_sleep=", "loader_threshold=", "manager_threshold=");

  /** The times among the arguments of a statement. */
  public static List<TimeWord> in(Placed placed) {
    var found = new ArrayList<TimeWord>();
    var name = placed.statement().name().text();
    var args = placed.statement().args();
    if (args.isEmpty() || placed.context().isEmpty()) {
      return found;
    }
    var kind = kind(placed);
    if (kind == Value.Kind.MILLIS || kind == Value.Kind.SECONDS) {
      add(found, args.getFirst(), "", kind == Value.Kind.SECONDS);
    } else if (name.equals("keepalive_timeout")) {
      add(found, args.getFirst(), "", false);
      args.stream().skip(1).forEach(word -> add(found, word, "", true));
    } else if (kind == Value.Kind.TIMES) {
      add(found, args.getLast(), "", true);
    }
    var parameters =
        name.endsWith("_cache_path") ? CACHE_PATH : PARAMETERS.getOrDefault(name, Set.of());
    for (var word : args) {
      parameters.stream()
          .filter(word.text()::startsWith)
          .forEach(prefix -> add(found, word, prefix, !MILLISECONDS.contains(prefix)));
    }
    return found;
  }

  /** The time at a speed: exact for whole seconds, else to the nearest millisecond and never 0. */
  public long divided(int speed) {
    return millis == 0 ? 0 : Math.max(1, (millis + speed / 2) / speed);
  }

  /** The file and the line of the word. */
  public String place() {
    return word.span().source().path() + ":" + word.span().line();
  }

  private static void add(List<TimeWord> found, Word word, String prefix, boolean wholeSeconds) {
    NginxTime.millis(word.text().substring(prefix.length()), wholeSeconds)
        .ifPresent(millis -> found.add(new TimeWord(word, prefix, millis, wholeSeconds)));
  }

  private static Value.Kind kind(Placed placed) {
    return placed
        .context()
        .flatMap(context -> Grammar.stock().rule(placed.statement().name().text(), context))
        .map(rule -> rule.value().kind())
        .orElse(Value.Kind.OTHER);
  }
}
