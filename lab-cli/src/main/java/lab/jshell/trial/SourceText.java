package lab.jshell.trial;

import java.util.regex.Pattern;
import lab.jshell.session.Evaluated.Fault;
import lab.jshell.session.Pieces.Piece;
import lab.jshell.session.Session.Unfinished;
import lab.jshell.snippet.SnippetEvidence.SourceFault;

/** The learner's file, for saying where something is. */
record SourceText(String text) {
  /** The line of an offset, from 1. */
  int line(int offset) {
    return (int) text.substring(0, skipBlanks(offset)).chars().filter(c -> c == '\n').count() + 1;
  }

  private int skipBlanks(int offset) {
    int at = Math.clamp(offset, 0, text.length());
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? at : Math.clamp(offset, 0, text.length());
  }

  SourceFault fault(int pieceOffset, Fault fault) {
    int from = Math.clamp(pieceOffset + (long) fault.from(), 0, text.length());
    int to = Math.clamp(pieceOffset + (long) fault.to(), from, text.length());
    return at(from, to - from, fault.message());
  }

  SourceFault outOfBounds(Piece piece, String what) {
    var name = what.substring(what.lastIndexOf('.') + 1);
    int within = Math.max(0, piece.source().indexOf(name));
    return at(
        skipBlanks(piece.offset() + within),
        piece.source().contains(name) ? name.length() : 1,
        "a graded snippet may not use " + what + ": it could reach out of its JVM");
  }

  SourceFault unfinished(Unfinished left) {
    int offset = Math.max(0, text.indexOf(left.source()));
    if (!left.missing().isEmpty()) {
      var message = "this needs what is nowhere declared: " + String.join(", ", left.missing());
      var use = useOf(left.missing().getFirst()).matcher(left.source());
      return use.find()
          ? at(offset + use.start(), use.end() - use.start(), message)
          : at(skipBlanks(offset), 1, message);
    }
    return left.faults().stream()
        .findFirst()
        .map(fault -> fault(offset, fault))
        .orElse(at(offset, 1, "this cannot be used as it stands"));
  }

  /**
   * Where a name is used.
   *
   * @param missing as JShell says it: {@code class List}, or {@code method f(int)}
   */
  private static Pattern useOf(String missing) {
    var name = missing.substring(missing.indexOf(' ') + 1).split("[(<]", 2)[0];
    return Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
  }

  private SourceFault at(int offset, int length, String message) {
    int begin = offset == 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
    int end = text.indexOf('\n', begin);
    var line = text.substring(begin, end < 0 ? text.length() : end);
    int number = (int) text.substring(0, begin).chars().filter(c -> c == '\n').count() + 1;
    return new SourceFault(
        number,
        offset - begin + 1,
        Math.clamp(length, 0, Math.max(0, line.length() - (offset - begin))),
        line,
        message);
  }
}
