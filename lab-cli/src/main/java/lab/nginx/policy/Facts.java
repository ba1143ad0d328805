package lab.nginx.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Word;

/**
 * What the rules for values need to know of the whole configuration.
 *
 * @param statements all statements
 * @param ports the lab's
 * @param groups the names of its upstreams
 * @param captured variables that a regular expression sets, in small letters
 */
record Facts(
    List<Placed> statements, SortedSet<Integer> ports, Set<String> groups, Set<String> captured) {
  private static final Pattern CAPTURE = Pattern.compile("\\(\\?P?[<'](\\w{1,100})[>']");

  static Facts of(List<Placed> statements, SortedSet<Integer> ports) {
    var groups = new HashSet<String>();
    var captured = new HashSet<String>();
    for (var placed : statements) {
      if (placed.is("upstream")) {
        placed.statement().args().stream().limit(1).forEach(word -> groups.add(word.text()));
      }
      for (var regex : Regexes.in(placed)) {
        var names = CAPTURE.matcher(regex.text());
        while (names.find()) {
          captured.add(names.group(1).toLowerCase(Locale.ROOT));
        }
      }
    }
    return new Facts(statements, ports, groups, captured);
  }

  /** The values that a variable is given by {@code set}, {@code map} and their like. */
  List<Word> values(String variable) {
    return statements.stream().flatMap(placed -> values(placed, "$" + variable)).toList();
  }

  private static Stream<Word> values(Placed placed, String variable) {
    var statement = placed.statement();
    var args = statement.args();
    if (placed.is("set") && args.size() == 2 && same(args.getFirst(), variable)) {
      return Stream.of(args.getLast());
    }
    boolean table = placed.is("map") || placed.is("split_clients") || placed.is("geo");
    return table && !args.isEmpty() && same(args.getLast(), variable)
        ? statement.block().stream()
            .flatMap(block -> block.directives().stream())
            .filter(Facts::hasValue)
            .map(row -> row.args().getLast())
        : Stream.of();
  }

  /** Rows such as {@code hostnames} and {@code ranges} are settings, not values. */
  private static boolean hasValue(Directive row) {
    return !row.args().isEmpty();
  }

  private static boolean same(Word word, String variable) {
    return word.text().equalsIgnoreCase(variable);
  }
}
