package lab.nginx.routing.site;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import lab.nginx.syntax.Block;
import lab.nginx.syntax.Directive;

/**
 * Which variables a file defines by {@code set} or by a named group: they exist, empty at first.
 *
 * @param set those of {@code set}, without dollar and in lower case
 * @param captured those of named groups, in lower case
 */
public record VariableNames(Set<String> set, Set<String> captured) {
  private static final Pattern GROUP = Pattern.compile("\\(\\?P?[<']([A-Za-z_]\\w*)[>']");

  public VariableNames {
    set = Set.copyOf(set);
    captured = Set.copyOf(captured);
  }

  static VariableNames in(List<Directive> statements) {
    var set = new HashSet<String>();
    var captured = new HashSet<String>();
    collect(statements, set, captured);
    return new VariableNames(set, captured);
  }

  private static void collect(List<Directive> statements, Set<String> set, Set<String> captured) {
    for (var one : statements) {
      if (one.is("set") && !one.args().isEmpty()) {
        set.add(low(one.args().getFirst().text().replaceFirst("^\\$", "")));
      }
      collect(one.name().text(), captured);
      one.args().forEach(word -> collect(word.text(), captured));
      collect(one.block().map(Block::directives).orElse(List.of()), set, captured);
    }
  }

  private static void collect(String expression, Set<String> captured) {
    GROUP.matcher(expression).results().forEach(group -> captured.add(low(group.group(1))));
  }

  private static String low(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
