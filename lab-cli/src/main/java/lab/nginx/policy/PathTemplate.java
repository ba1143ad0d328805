package lab.nginx.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A path with variables in it.
 *
 * <p>Safe means: whatever the variables hold, no segment of the path is {@code .} or {@code ..}
 * unless a segment of the request's own path is. nginx has cleaned that path, but goes on with a
 * safe one uncleaned, so that safe paths made of safe paths must be safe again.
 *
 * <p>One hole is left open on purpose, or the most usual rewrite of all, {@code ^/(.*)$ /x/$1},
 * would have to be refused: {@code $} and {@code .} stop at a line feed and an internal redirect at
 * a {@code ?}, so that a path that ends in {@code ..%0a} can lose the end that made it harmless.
 * What follows is cut off with it, so a path that holds only one piece with dots, or several in
 * their order, never has more than one step upwards: it stays in the submission's own folder.
 */
record PathTemplate(String text) {
  /** A variable; a group's number is one digit and never stands between braces. */
  static final Pattern VARIABLE = Pattern.compile("\\$(?:([1-9])|(\\w+)|\\{([A-Za-z_]\\w*)})");

  /** What may follow dots that nothing precedes: a file beside them is not what they lead to. */
  private static final Pattern HARMLESS_END = Pattern.compile("[^/]*|/|/index\\.\\w+");

  /** The variables of a text, in small letters, in order. */
  static List<String> variables(String text) {
    return VARIABLE.matcher(text).results().map(PathTemplate::name).toList();
  }

  /**
   * Whether the path is safe.
   *
   * @param shapes what a variable can hold
   * @param apart whether the numbered groups hold parts of the path that do not overlap, in the
   *     order of their numbers
   */
  boolean safe(Function<String, Shape> shapes, boolean apart) {
    var variables = VARIABLE.matcher(text).results().toList();
    var dotted = new ArrayList<MatchResult>();
    for (var variable : variables) {
      var shape = shapes.apply(name(variable));
      if (shape == Shape.ANYTHING || (shape == Shape.SEGMENTS && !betweenSlashes(variable))) {
        return false;
      }
      if (shape.dotted()) {
        dotted.add(variable);
      }
    }
    var fixed = fixed(text, shapes);
    boolean rooted =
        text.startsWith("/")
            || (text.startsWith("$") && shapes.apply(name(variables.getFirst())) == Shape.PATH);
    return rooted
        && fixed.indexOf('$') < 0
        && Stream.of(fixed.split("[/\\\\]", -1)).noneMatch(part -> part.matches("\\.\\.?"))
        && (dotted.size() < 2 || (apart && increasing(dotted)))
        && (dotted.isEmpty() || endsHarmlessly(dotted, shapes));
  }

  private boolean betweenSlashes(MatchResult variable) {
    return text.startsWith("/", variable.start() - 1)
        && (variable.end() == text.length() || text.startsWith("/", variable.end()));
  }

  private static boolean increasing(List<MatchResult> variables) {
    var last = "";
    for (var variable : variables) {
      var number = variable.group(1);
      if (number == null || number.compareTo(last) <= 0) {
        return false;
      }
      last = number;
    }
    return true;
  }

  /** The text with what its variables bring at the least: nothing, or a slash. */
  private static String fixed(String text, Function<String, Shape> shapes) {
    return VARIABLE
        .matcher(text)
        .replaceAll(variable -> shapes.apply(name(variable)) == Shape.WORD ? "" : "/");
  }

  private boolean endsHarmlessly(List<MatchResult> dotted, Function<String, Shape> shapes) {
    var before = text.substring(0, dotted.getFirst().start());
    var after = fixed(text.substring(dotted.getLast().end()), shapes);
    boolean below = before.matches("/+[^/$]+.*");
    return below || HARMLESS_END.matcher(after).matches();
  }

  private static String name(MatchResult variable) {
    return Stream.of(1, 2, 3)
        .map(variable::group)
        .filter(group -> group != null)
        .findFirst()
        .orElseThrow()
        .toLowerCase(Locale.ROOT);
  }
}
