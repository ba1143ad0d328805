package lab.nginx.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Word;

/** Finds the words that nginx takes as regular expressions. */
final class Regexes {
  private static final Set<String> TILDE_WORDS = Set.of("server_name", "proxy_redirect");

  private Regexes() {}

  /** The expressions in a statement. */
  static List<Word> in(Placed placed) {
    var statement = placed.statement();
    var args = statement.args();
    if (placed.context().isEmpty()) {
      return placed.parent().filter(parent -> parent.is("map")).isPresent()
              && statement.name().text().startsWith("~")
          ? List.of(statement.name())
          : List.of();
    }
    var found = new ArrayList<Word>();
    switch (statement.name().text()) {
      case "rewrite" -> args.stream().findFirst().ifPresent(found::add);
      case "location" -> {
        if (args.size() == 2 && args.getFirst().text().startsWith("~")) {
          found.add(args.getLast());
        } else {
          args.stream().filter(word -> word.text().startsWith("~")).forEach(found::add);
        }
      }
      case "if" -> {
        for (int at = 1; at + 1 < args.size(); at++) {
          if (args.get(at).text().matches("!?~\\*?")) {
            found.add(args.get(at + 1));
          }
        }
      }
      case "gzip_disable" -> found.addAll(args);
      default -> {
        if (TILDE_WORDS.contains(statement.name().text())) {
          args.stream().filter(word -> word.text().startsWith("~")).forEach(found::add);
        }
      }
    }
    return found;
  }
}
