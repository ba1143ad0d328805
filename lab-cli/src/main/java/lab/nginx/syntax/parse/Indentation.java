package lab.nginx.syntax.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import lab.nginx.syntax.Span;

/**
 * Guesses which brace is at fault from how the person indented the blocks.
 *
 * <p>A missing or an extra brace is noticed much later than where it belongs; but a block whose two
 * ends are indented differently tells where the person and nginx began to disagree. Blanks and tabs
 * do not compare: a block indented by both tells nothing.
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
    var opened = blanksBefore(opening);
    var closed = blanksBefore(brace);
    if (opened.length() > closed.length() && opened.startsWith(closed)) {
      leftOpen.add(opening);
    } else if (closed.length() > opened.length() && closed.startsWith(opened)) {
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

  private static String blanksBefore(Span firstOnLine) {
    var text = firstOnLine.source().text();
    return text.substring(text.lastIndexOf('\n', firstOnLine.start() - 1) + 1, firstOnLine.start());
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
