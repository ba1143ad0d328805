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
import lab.nginx.grammar.DefinedVariable;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Word;

/**
 * What the person's variables can hold. nginx's own are unknown, and so is what a regular
 * expression captures.
 */
final class Variables {
  private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\w+)|\\{(\\w+)})");
  private static final Set<String> TABLES = Set.of("map", "split_clients", "geo");

  /** Their values, by names in lower case: nginx does not tell cases apart. */
  private final Map<String, List<Word>> values = new HashMap<>();

  /** What is defined in another way, by a regular expression say. */
  private final Set<String> unknown = new HashSet<>();

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
    if (unknown.contains(name) || !values.containsKey(name)) {
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
    boolean set = placed.is("set") && args.size() == 2;
    boolean table = placed.context().isPresent() && TABLES.contains(statement.name().text());
    if (set) {
      define(args.getFirst(), List.of(args.getLast()));
    } else if (table && !args.isEmpty()) {
      define(args.getLast(), rows(statement));
    }
    DefinedVariable.in(placed).stream()
        .filter(one -> !((set || table) && one.at().text().startsWith("$")))
        .forEach(one -> unknown.add(one.name()));
  }

  private void define(Word variable, List<Word> words) {
    if (variable.text().startsWith("$")) {
      values
          .computeIfAbsent(lower(variable.text().substring(1)), key -> new ArrayList<>())
          .addAll(words);
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
