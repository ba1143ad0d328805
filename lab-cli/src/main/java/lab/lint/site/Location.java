package lab.lint.site;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;

/**
 * A location: how it matches, and its block.
 *
 * @param scope its block
 * @param server the server that it is in
 * @param modifier {@code =}, {@code ^~}, {@code ~}, {@code ~*}, {@code @} for a named one, or
 *     nothing for a plain prefix
 * @param pattern what it matches
 */
public record Location(Scope scope, Scope server, String modifier, String pattern) {
  private static final List<String> MODIFIERS = List.of("=", "^~", "~*", "~", "@");

  /** Reads the words of a location; nothing when they are not one. */
  static Optional<Location> of(Scope scope, Scope server) {
    var args = scope.block().map(Directive::args).orElse(List.of());
    if (args.size() == 2) {
      return Optional.of(new Location(scope, server, args.get(0).text(), args.get(1).text()));
    }
    if (args.size() != 1) {
      return Optional.empty();
    }
    var word = args.getFirst().text();
    var glued = MODIFIERS.stream().filter(word::startsWith).findFirst().orElse("");
    return Optional.of(new Location(scope, server, glued, word.substring(glued.length())));
  }

  public boolean isRegex() {
    return modifier.startsWith("~");
  }

  public boolean isExact() {
    return modifier.equals("=");
  }

  public boolean isNamed() {
    return modifier.equals("@");
  }

  /** A prefix, with {@code ^~} or without. */
  public boolean isPrefix() {
    return modifier.isEmpty() || modifier.equals("^~");
  }

  /** Whether it takes a decoded path, were it alone; a regex that Java cannot read takes none. */
  public boolean takes(String path) {
    if (isExact()) {
      return path.equals(pattern);
    }
    return isRegex()
        ? regex().map(p -> p.matcher(path).find()).orElse(false)
        : !isNamed() && path.startsWith(pattern);
  }

  /** Its regex; empty when it is none, or one that only PCRE reads. */
  public Optional<Pattern> regex() {
    if (!isRegex()) {
      return Optional.empty();
    }
    try {
      int flags = modifier.equals("~*") ? Pattern.CASE_INSENSITIVE : 0;
      return Optional.of(Pattern.compile(pattern, flags | Pattern.UNIX_LINES));
    } catch (PatternSyntaxException onlyPcreReadsIt) {
      return Optional.empty();
    }
  }

  /** The words between {@code location} and the brace, as shown in messages. */
  public String shown() {
    return modifier.isEmpty() || isNamed() ? modifier + pattern : modifier + " " + pattern;
  }

  public Directive directive() {
    return scope.block().orElseThrow();
  }

  /** The last of its words: the pattern. */
  public Span at() {
    return directive().args().getLast().span();
  }

  public boolean proxies() {
    return scope.has("proxy_pass");
  }
}
