package lab.nginx.syntax.parse;

import lab.nginx.syntax.Braces;
import lab.nginx.syntax.Marks;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/**
 * How the last word of a statement without a semicolon was meant: nginx takes for a part of the
 * word what was typed to end it.
 *
 * @param word without what does not belong to it
 * @param mark bytes behind it that were typed for the semicolon
 * @param braces bytes at the very end that were meant to close blocks, as in {@code root /a}}
 */
record Ending(Word word, int mark, int braces) {
  static Ending of(Word last) {
    var span = last.span();
    boolean quoted = span.raw().startsWith("\"") || span.raw().startsWith("'");
    int braces = quoted ? 0 : Braces.swallowed(span.raw());
    var kept = braces > 0 ? cut(span, braces) : last;
    int mark = Marks.forSemicolon(kept.span().raw());
    return new Ending(mark > 0 ? cut(kept.span(), mark) : kept, mark, braces);
  }

  private static Word cut(Span word, int bytes) {
    int end = word.end() - bytes;
    return new Word(
        Escapes.take(word.source().text(), word.start(), end),
        new Span(word.source(), word.start(), end));
  }
}
