package lab.lint.site;

import java.util.List;
import java.util.Optional;
import lab.nginx.routing.doubt.CannotTell;
import lab.nginx.routing.pattern.BytePattern;
import lab.nginx.routing.pattern.Steps;
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
 * @param regex its expression; empty when it is none
 */
public record Location(
    Scope scope, Scope server, String modifier, String pattern, Optional<BytePattern> regex) {
  private static final List<String> MODIFIERS = List.of("=", "^~", "~*", "~", "@");

  /** Reads the words of a location; nothing when they are not one. */
  static Optional<Location> of(Scope scope, Scope server) {
    var args = scope.block().map(Directive::args).orElse(List.of());
    if (args.size() == 2) {
      return Optional.of(of(scope, server, args.get(0).text(), args.get(1).text()));
    }
    if (args.size() != 1) {
      return Optional.empty();
    }
    var word = args.getFirst().text();
    var glued = MODIFIERS.stream().filter(word::startsWith).findFirst().orElse("");
    return Optional.of(of(scope, server, glued, word.substring(glued.length())));
  }

  private static Location of(Scope scope, Scope server, String modifier, String pattern) {
    var regex =
        modifier.startsWith("~")
            ? Optional.of(BytePattern.of(pattern, modifier.equals("~*")))
            : Optional.<BytePattern>empty();
    return new Location(scope, server, modifier, pattern, regex);
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

  /**
   * Whether it takes a decoded path, were it alone; a regex that only PCRE reads takes none, nor
   * does one that takes too long.
   */
  public boolean takes(String path, Steps patience) {
    if (isExact()) {
      return path.equals(pattern);
    }
    return isRegex() ? found(path, patience) : !isNamed() && path.startsWith(pattern);
  }

  private boolean found(String path, Steps patience) {
    if (patience.usedUp()) {
      return false;
    }
    try {
      return regex.flatMap(expression -> expression.find(path, patience)).isPresent();
    } catch (CannotTell onlyPcreKnows) {
      return false;
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
