package lab.nginx.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Word;

/** What each variable of a configuration can bring into a path. */
final class PathVariables {
  private static final Set<String> PATHS = Set.of("$uri", "$document_uri");

  /** Set by nginx itself, whatever the configuration says. */
  private static final Map<String, Shape> OWN =
      Map.of(
          "uri", Shape.PATH,
          "document_uri", Shape.PATH,
          "scheme", Shape.WORD);

  /** Variables that a configuration may set, and that can hold the client's text all the same. */
  private static final Pattern CLIENTS =
      Pattern.compile("args|limit_rate|(?:http|sent|upstream|cookie|arg)_.*");

  private static final Pattern LITERAL_WORD = Pattern.compile("[^./?\\\\$]*");
  private static final Pattern NUMBER = Pattern.compile("[1-9]");

  private final Map<String, Shape> shapes = new HashMap<>();

  /**
   * Collects them.
   *
   * @param values what {@code set}, {@code map} and their like give to each variable
   */
  PathVariables(List<Placed> statements, Map<String, List<Word>> values) {
    values.forEach((name, words) -> {
      boolean wordsOnly =
          words.stream().allMatch(word -> LITERAL_WORD.matcher(word.text()).matches());
      shapes.put(name, wordsOnly ? Shape.WORD : Shape.ANYTHING);
    });
    for (var placed : statements) {
      for (var regex : placed.is("gzip_disable") ? List.<Word>of() : Regexes.in(placed)) {
        groups(placed, regex, values.keySet());
      }
    }
  }

  /** What a variable or the group of a number can hold at any time. */
  Shape of(String name) {
    if (CLIENTS.matcher(name).matches()) {
      return Shape.ANYTHING;
    }
    var unknown = NUMBER.matcher(name).matches() ? Shape.WORD : Shape.ANYTHING;
    return OWN.getOrDefault(name, shapes.getOrDefault(name, unknown));
  }

  private void groups(Placed placed, Word regex, Set<String> given) {
    boolean ofPath = asksPath(placed);
    int number = 0;
    for (var group : RegexGroups.of(bare(placed, regex)).groups()) {
      var shape = ofPath || group.shape() == Shape.WORD ? group.shape() : Shape.ANYTHING;
      number++;
      shapes.merge(String.valueOf(number), shape, Shape::or);
      group
          .name()
          .map(name -> name.toLowerCase(Locale.ROOT))
          .ifPresent(
              name -> shapes.merge(name, given.contains(name) ? Shape.ANYTHING : shape, Shape::or));
    }
  }

  /** The expression without what belongs to the statement. */
  static String bare(Placed placed, Word regex) {
    var text = regex.text();
    boolean last =
        regex.equals(
            placed.statement().args().isEmpty() ? regex : placed.statement().args().getLast());
    if (placed.is("if")) {
      return last && text.endsWith(")") ? text.substring(0, text.length() - 1) : text;
    }
    return placed.is("rewrite") ? text : text.replaceFirst("^~\\*?", "");
  }

  /** Whether a statement's expressions are held against the path. */
  private static boolean asksPath(Placed placed) {
    if (placed.context().isEmpty()) {
      return placed.parent().map(Directive::args).stream()
          .flatMap(args -> args.stream().limit(1))
          .anyMatch(word -> PATHS.contains(word.text()));
    }
    return switch (placed.statement().name().text()) {
      case "location", "rewrite" -> true;
      case "if" ->
          placed.statement().args().stream()
              .map(word -> word.text().replace("(", ""))
              .filter(word -> word.startsWith("$"))
              .findFirst()
              .filter(PATHS::contains)
              .isPresent();
      default -> false;
    };
  }
}
