package lab.nginx.routing.site;

import java.util.List;
import java.util.regex.Pattern;
import lab.nginx.syntax.Block;
import lab.nginx.syntax.Directive;

/**
 * Which variables a file defines by {@code set} or by a named group: they exist, empty at first.
 */
public final class VariableNames {
  private VariableNames() {}

  public static boolean setSomewhere(Site site, String name) {
    return definedIn(site.configuration().directives(), name);
  }

  private static boolean definedIn(List<Directive> statements, String name) {
    var group = Pattern.compile("\\(\\?P?[<']" + Pattern.quote(name) + "[>']");
    return statements.stream()
        .anyMatch(one ->
            (one.is("set") && one.saysFirst("$" + name))
                || one.args().stream().anyMatch(word -> group.matcher(word.text()).find())
                || group.matcher(one.name().text()).find()
                || definedIn(one.block().map(Block::directives).orElse(List.of()), name));
  }
}
