package lab.nginx.syntax.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import lab.nginx.syntax.Span;

/**
 * Guesses which brace is at fault from how the person indented the blocks.
 *
 * <p>A missing or an extra brace is noticed much later than where it belongs; but a block whose two
 * ends do not start in the same column tells where the person and nginx began to disagree.
 */
final class Indentation {
  private final Deque<Span> leftOpen = new ArrayDeque<>();
  private final Deque<Span> tooEarly = new ArrayDeque<>();

  /** Notes a block's two ends: the statement that opens it and the brace that closes it. */
  void closed(Span opening, Span brace) {
    if (!firstOnLine(opening)) {
      return;
    }
    if (!firstOnLine(brace)) {
      if (behindBrace(brace) && brace.line() != opening.line()) {
        tooEarly.add(brace);
      }
      return;
    }
    int opened = opening.position().column();
    int closed = brace.position().column();
    if (closed < opened) {
      leftOpen.add(opening);
    } else if (closed > opened) {
      tooEarly.add(brace);
    }
  }

  /** The block that was closed by a brace of an outer one, each told once. */
  Optional<Span> unclosedBlock() {
    return Optional.ofNullable(leftOpen.poll());
  }

  /** The brace that closed a block less indented than itself, each told once. */
  Optional<Span> strayBrace() {
    return Optional.ofNullable(tooEarly.poll());
  }

  /** Whether another block was closed just before, on the same line. */
  private static boolean behindBrace(Span brace) {
    return before(brace) == '}';
  }

  private static boolean firstOnLine(Span span) {
    return before(span) == '\n';
  }

  /** What stands before it, blanks apart; a line feed at the file's beginning. */
  private static char before(Span span) {
    var text = span.source().text();
    int at = span.start() - 1;
    while (at >= 0 && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at--;
    }
    return at < 0 ? '\n' : text.charAt(at);
  }
}
