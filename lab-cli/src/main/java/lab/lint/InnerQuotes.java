package lab.lint;

import java.util.Optional;
import java.util.regex.Pattern;
import lab.lint.rule.Edit;
import lab.nginx.syntax.Fault;
import lab.nginx.syntax.Span;

/** Quotes inside a text that end it too early, such as {@code "{"ok": true}"}. */
final class InnerQuotes {
  private static final Pattern AFTER = Pattern.compile("\\s*[;{]\\s*(?:#.*)?\\s*");

  private InnerQuotes() {}

  /**
   * The whole text in quotes that it does not contain, where it is certain to be one text.
   *
   * @param fault what stands behind the first quote that closes
   */
  static Optional<Edit> mended(Fault fault) {
    var source = fault.at().source();
    var text = source.text();
    int closed = fault.at().start() - 1;
    char quote = text.charAt(closed);
    int open = opening(text, closed, quote);
    int lineEnd = text.indexOf('\n', closed);
    var line = text.substring(open + 1, lineEnd < 0 ? text.length() : lineEnd);
    int last = line.lastIndexOf(quote);
    if (open + 1 + last <= closed || !AFTER.matcher(line.substring(last + 1)).matches()) {
      return Optional.empty();
    }
    var inner = line.substring(0, last);
    char other = quote == '"' ? '\'' : '"';
    if (!isOneText(inner, quote) || inner.indexOf(other) >= 0 || inner.indexOf('\\') >= 0) {
      return Optional.empty();
    }
    return Optional.of(new Edit(new Span(source, open, open + 2 + last), other + inner + other));
  }

  /** Two texts side by side have four quotes too: only these signs tell them from one. */
  private static boolean isOneText(String inner, char quote) {
    boolean odd = inner.chars().filter(c -> c == quote).count() % 2 == 1;
    boolean wraps = !inner.isEmpty() && inner.charAt(inner.length() - 1) == quote;
    return odd || wraps || inner.matches("[{\\[<].*");
  }

  private static int opening(String text, int closed, char quote) {
    int at = closed - 1;
    while (at > 0 && (text.charAt(at) != quote || text.charAt(at - 1) == '\\')) {
      at--;
    }
    return at;
  }
}
