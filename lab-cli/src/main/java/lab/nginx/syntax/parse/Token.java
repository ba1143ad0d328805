package lab.nginx.syntax.parse;

import java.util.List;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;

/** What the lexer hands to the parser: nginx reads a whole statement at a time. */
sealed interface Token {
  /**
   * Words and what ended them.
   *
   * @param words at least one, but none for a nameless block
   * @param terminator the {@code ;} or the opening brace; no bytes where it is missing
   * @param opensBlock whether a brace ended them
   */
  record Statement(List<Word> words, Span terminator, boolean opensBlock) implements Token {
    public Statement {
      words = List.copyOf(words);
    }
  }

  /** A closing brace. */
  record Close(Span brace) implements Token {}

  /** The end of the file. */
  record End(Span at) implements Token {}
}
