package lab.nginx.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Word;

/**
 * What the person's variables can hold. nginx's own are unknown, and so is what a regular
 * expression captures.
 */
final class Variables {
  private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\w+)|\\{(\\w+)})");
  private static final Pattern CAPTURE = Pattern.compile("\\(\\?P?['<](\\w+)['>]");
  private static final Set<String> TABLES = Set.of("map", "split_clients", "geo");

  /** Their values, by names in lower case: nginx does not tell cases apart. */
  private final Map<String, List<Word>> values = new HashMap<>();

  private final Set<String> captured = new HashSet<>();

  private Variables() {}

  static Variables of(List<Placed> statements) {
    var variables = new Variables();
    statements.forEach(variables::add);
    return variables;
  }

  /**
   * All that one variable can hold, others that it is set to followed to theirs.
   *
   * @param text the variable, such as {@code $x}
   * @return empty when it is more than one variable, or may hold what nobody wrote down
   */
  Optional<List<Word>> literals(String text) {
    var found = new ArrayList<Word>();
    return follow(text, found, new HashSet<>()) ? Optional.of(found) : Optional.empty();
  }

  /** Whether all that the variables of a text can hold is written down, and is so. */
  boolean allIn(String text, Predicate<Word> so) {
    var matcher = VARIABLE.matcher(text);
    while (matcher.find()) {
      if (literals(matcher.group()).filter(words -> words.stream().allMatch(so)).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private boolean follow(String text, List<Word> found, Set<String> seen) {
    var matcher = VARIABLE.matcher(text);
    if (!matcher.matches()) {
      return false;
    }
    var name = lower(Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(2)));
    if (!seen.add(name)) {
      return true;
    }
    if (captured.contains(name) || !values.containsKey(name)) {
      return false;
    }
    for (var word : values.getOrDefault(name, List.of())) {
      if (!VARIABLE.matcher(word.text()).matches()) {
        found.add(word);
      } else if (!follow(word.text(), found, seen)) {
        return false;
      }
    }
    return true;
  }

  private void add(Placed placed) {
    var statement = placed.statement();
    var args = statement.args();
    capture(statement.name());
    args.forEach(this::capture);
    if (placed.is("set") && args.size() == 2) {
      define(args.getFirst(), List.of(args.getLast()));
    } else if (placed.context().isPresent()
        && TABLES.contains(statement.name().text())
        && !args.isEmpty()) {
      define(args.getLast(), rows(statement));
    }
  }

  private void define(Word variable, List<Word> words) {
    if (variable.text().startsWith("$")) {
      values
          .computeIfAbsent(lower(variable.text().substring(1)), key -> new ArrayList<>())
          .addAll(words);
    }
  }

  private void capture(Word word) {
    if (word.text().contains("(?")) {
      CAPTURE.matcher(word.text()).results().forEach(one -> captured.add(lower(one.group(1))));
    }
  }

  private static List<Word> rows(Directive table) {
    return table.block().stream()
        .flatMap(block -> block.directives().stream())
        .filter(row -> !row.args().isEmpty())
        .map(row -> row.args().getLast())
        .toList();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
