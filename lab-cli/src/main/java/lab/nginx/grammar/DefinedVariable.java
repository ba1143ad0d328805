package lab.nginx.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import lab.nginx.syntax.Word;

/**
 * A variable that a statement gives a value to.
 *
 * @param name without its dollar sign, in small letters: nginx does not tell them from capitals
 * @param at the word that names it
 */
public record DefinedVariable(String name, Word at) {
  private static final Pattern CAPTURE = Pattern.compile("\\(\\?P?[<'](\\w+)[>']");
  private static final Set<String> TABLES = Set.of("map", "geo", "split_clients");

  /**
   * How the names of variables begin that hold a line of a request or an answer. nginx lets a file
   * define such a name, and then the line is hidden. Source: the variables with NGX_HTTP_VAR_PREFIX
   * in nginx's public source.
   */
  private static final List<String> OF_MESSAGES =
      List.of(
          "arg_",
          "cookie_",
          "http_",
          "proxy_protocol_tlv_",
          "sent_http_",
          "sent_trailer_",
          "upstream_cookie_",
          "upstream_http_",
          "upstream_trailer_");

  /**
   * The variables that a statement defines: by {@code set} and its like, as a table, and by the
   * names in a regular expression. Any word that reads like such an expression counts as one.
   */
  public static List<DefinedVariable> in(Placed placed) {
    var found = new ArrayList<DefinedVariable>();
    if (placed.context().isPresent()) {
      targets(placed).forEach(word -> found.add(new DefinedVariable(name(word.text()), word)));
    }
    var words = new ArrayList<Word>(placed.statement().args());
    words.add(placed.statement().name());
    for (var word : words) {
      CAPTURE
          .matcher(word.text())
          .results()
          .forEach(group -> found.add(new DefinedVariable(name(group.group(1)), word)));
    }
    return found;
  }

  /** Whether a variable of this name would be a line of a request or an answer. */
  public static boolean ofMessages(String name) {
    return OF_MESSAGES.stream().anyMatch(name::startsWith);
  }

  private static List<Word> targets(Placed placed) {
    var name = placed.statement().name().text();
    var args = placed.statement().args();
    if (name.equals("set")) {
      return args.stream().limit(1).toList();
    }
    if (TABLES.contains(name)) {
      return args.stream().skip(Math.max(0, args.size() - 1)).toList();
    }
    boolean ofModule = name.endsWith("_set") || name.startsWith("set_") || name.equals("js_var");
    return ofModule
        ? args.stream().filter(word -> word.text().startsWith("$")).toList()
        : List.of();
  }

  private static String name(String written) {
    return written.replaceFirst("^\\$", "").toLowerCase(Locale.ROOT);
  }
}
