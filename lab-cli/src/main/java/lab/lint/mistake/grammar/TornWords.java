package lab.lint.mistake.grammar;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lab.lint.rule.Hit;
import lab.nginx.grammar.ArgumentCount;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Word;

/** Words that are one word but for a blank between them. */
final class TornWords {
  private static final Set<String> MODIFIERS = Set.of("~*", "^~");
  private static final Set<String> REGEX = Set.of("~", "~*");

  /** Two words of a target, such as {@code http:// sync} and {@code http://127.0.0.1 :8101}. */
  private static final Pattern TARGET =
      Pattern.compile("https?:// [^/ ].*|https?: //.*|https?://[^/: ]+(?:: \\d+|  ?:\\d+)");

  private TornWords() {}

  /** What to say of a statement with too many words, where some of them belong together. */
  static Optional<Hit> of(Directive statement, ArgumentCount allowed) {
    var args = statement.args();
    if (statement.is("location")) {
      return args.size() > 2 ? Optional.of(location(args)) : Optional.empty();
    }
    return allowed.accepts(args.size() - 1)
        ? IntStream.range(1, args.size())
            .filter(at -> TARGET.matcher(args.get(at - 1) + " " + args.get(at)).matches())
            .mapToObj(at -> joined(args.get(at - 1), args.get(at)))
            .findFirst()
        : Optional.empty();
  }

  private static Hit location(List<Word> args) {
    var first = args.get(0).text();
    if (args.size() == 3 && MODIFIERS.contains(first + args.get(1))) {
      return joined(args.get(0), args.get(1));
    }
    return REGEX.contains(first)
        ? Hit.at(
            Hit.across(args.get(1), args.getLast()),
            "a blank ends the regex",
            "quote it, or write \\s for the blank")
        : Hit.at(
            Hit.across(args.get(0), args.getLast()),
            "one location takes one path",
            "write a location for each path, or: location ~ ^/(one|other)$");
  }

  private static Hit joined(Word one, Word next) {
    var whole = one.span().raw() + next.span().raw();
    return Hit.at(Hit.across(one, next), "a blank tears \"" + whole + "\" apart", "write " + whole)
        .replacing(whole);
  }
}
