package lab.lint.mistake.argument;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lab.lint.rule.Hit;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;
import lab.problem.Nearest;

/**
 * A parameter and its value that are not written as one {@code name=value}, such as {@code
 * weight:2} or {@code weight = 2}.
 *
 * @param at all words of it
 * @param text how nginx reads it
 */
record Assigned(Span at, String text) {
  private static final Pattern GLUED = Pattern.compile("(\\w+)([:=])(.*)");
  private static final Pattern NAME = Pattern.compile("\\w+");
  private static final Pattern VALUE = Pattern.compile("\\d\\w*");

  /**
   * Looks around a word that is no parameter.
   *
   * @param known the parameters; those that take a value end in {@code =}
   */
  static Optional<Assigned> in(List<Word> words, int at, List<String> known) {
    var text = words.get(at).text();
    var before = at == 0 ? "" : words.get(at - 1).text();
    if (before.endsWith("=") && known.contains(before)) {
      return Optional.of(of(words, at - 1, at, before + text));
    }
    var glued = GLUED.matcher(text);
    if (glued.matches()) {
      var name =
          glued.group(2).equals(":") ? exact(glued.group(1), known) : near(glued.group(1), known);
      return name.flatMap(sure -> value(words, at, sure, glued.group(3), known));
    }
    return NAME.matcher(text).matches()
        ? near(text, known).flatMap(name -> value(words, at, name, "", known))
        : Optional.empty();
  }

  Hit hit(String message) {
    return Hit.at(at, message, "write " + text).replacing(text);
  }

  /** The value behind a name: in the same word, or in the next one or two. */
  private static Optional<Assigned> value(
      List<Word> words, int at, String name, String glued, List<String> known) {
    if (!glued.isEmpty()) {
      return Optional.of(of(words, at, at, name + glued));
    }
    if (at + 1 == words.size()) {
      return Optional.empty();
    }
    var next = words.get(at + 1).text();
    boolean sign = next.equals("=") || next.equals(":");
    if (sign) {
      return at + 2 == words.size()
          ? Optional.empty()
          : Optional.of(of(words, at, at + 2, name + words.get(at + 2)));
    }
    if (next.startsWith("=") || next.startsWith(":")) {
      return Optional.of(of(words, at, at + 1, name + next.substring(1)));
    }
    return VALUE.matcher(next).matches() && !known.contains(next)
        ? Optional.of(of(words, at, at + 1, name + next))
        : Optional.empty();
  }

  private static Assigned of(List<Word> words, int first, int last, String text) {
    return new Assigned(Hit.across(words.get(first), words.get(last)), text);
  }

  private static Optional<String> exact(String name, List<String> known) {
    return Optional.of(name + "=").filter(known::contains);
  }

  private static Optional<String> near(String name, List<String> known) {
    return exact(name, known)
        .or(() -> Nearest.of(name + "=", known).filter(near -> near.endsWith("=")));
  }
}
