package lab.lint.mistake.variable;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import lab.lint.site.Site;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Word;

/**
 * The words in which nginx may look for variables: all but regexes, whose dollar signs are anchors,
 * and those that it is known to take as they are. Of a few others only nginx itself can tell.
 */
final class Expanded {
  private static final Set<Context> WITHOUT_VARIABLES =
      EnumSet.of(Context.MAIN, Context.EVENTS, Context.UPSTREAM);

  /** Source: each one's handler in ngx_http_core_module, ngx_http_gzip_filter_module, nginx.c. */
  private static final Set<String> LITERAL =
      Set.of(
          "location", "server_name", "listen", "include", "error_log", "upstream", "gzip_disable");

  private Expanded() {}

  static Stream<Word> words(Site site) {
    return site.placed().flatMap(Expanded::words);
  }

  private static Stream<Word> words(Placed placed) {
    var statement = placed.statement();
    boolean row = placed.parent().filter(parent -> parent.is("map")).isPresent();
    boolean directive =
        placed.context().filter(here -> takesVariables(statement, here)).isPresent();
    return row || directive
        ? withoutRegexes(statement).filter(word -> word.text().indexOf('$') >= 0)
        : Stream.empty();
  }

  private static boolean takesVariables(Directive statement, Context here) {
    return statement.is("hash")
        || !(WITHOUT_VARIABLES.contains(here) || LITERAL.contains(statement.name().text()));
  }

  private static Stream<Word> withoutRegexes(Directive statement) {
    var words = statement.args().stream();
    return switch (statement.name().text()) {
      case "rewrite" -> words.skip(1);
      case "if" -> words.takeWhile(word -> !word.text().matches("!?~\\*?"));
      default -> words.filter(word -> !word.text().startsWith("~"));
    };
  }
}
