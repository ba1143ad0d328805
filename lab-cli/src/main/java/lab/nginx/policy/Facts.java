package lab.nginx.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Word;

/**
 * What the rules for values need to know of the whole configuration.
 *
 * @param ports the lab's
 * @param groups the names of its upstreams, in small letters
 * @param values what {@code set}, {@code map} and their like give to each variable; names in small
 *     letters, for nginx does not tell them from capitals
 * @param captured variables that a regular expression sets, in small letters
 * @param inPaths what each variable can bring into a path
 */
record Facts(
    SortedSet<Integer> ports,
    Set<String> groups,
    Map<String, List<Word>> values,
    Set<String> captured,
    PathVariables inPaths) {
  private static final Pattern CAPTURE = Pattern.compile("\\(\\?P?[<'](\\w{1,100})[>']");
  private static final Set<String> TABLES = Set.of("map", "split_clients", "geo");

  static Facts of(List<Placed> statements, SortedSet<Integer> ports) {
    var groups = new HashSet<String>();
    var captured = new HashSet<String>();
    var values = new HashMap<String, List<Word>>();
    for (var placed : statements) {
      var args = placed.statement().args();
      if (placed.is("upstream") && !args.isEmpty()) {
        groups.add(args.getFirst().text().toLowerCase(Locale.ROOT));
      }
      if (placed.is("set") && args.size() == 2) {
        valuesOf(args.getFirst(), values).add(args.getLast());
      } else if (isTable(placed) && !args.isEmpty()) {
        valuesOf(args.getLast(), values).addAll(rows(placed));
      }
      for (var regex : Regexes.in(placed)) {
        var names = CAPTURE.matcher(regex.text());
        while (names.find()) {
          captured.add(names.group(1).toLowerCase(Locale.ROOT));
        }
      }
    }
    return new Facts(ports, groups, values, captured, new PathVariables(statements, values));
  }

  private static List<Word> valuesOf(Word variable, Map<String, List<Word>> values) {
    var name = variable.text().replaceFirst("^\\$", "").toLowerCase(Locale.ROOT);
    return values.computeIfAbsent(name, key -> new ArrayList<>());
  }

  private static boolean isTable(Placed placed) {
    return placed.context().isPresent() && TABLES.contains(placed.statement().name().text());
  }

  /**
   * The values of a table; rows of one word such as {@code hostnames} are settings, and so are the
   * addresses that {@code geo} takes away or trusts.
   */
  private static List<Word> rows(Placed table) {
    return table.statement().block().stream()
        .flatMap(block -> block.directives().stream())
        .filter(row -> !row.args().isEmpty())
        .filter(row -> !table.is("geo") || !(row.is("delete") || row.is("proxy")))
        .map(row -> row.args().getLast())
        .toList();
  }
}
