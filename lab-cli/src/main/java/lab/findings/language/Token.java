package lab.findings.language;

/**
 * One word, number or mark of a sentence.
 *
 * @param text as written, in lower case
 * @param stem what patterns compare: the stem of a word, a number in digits, a mark as it is
 * @param kind what it is
 * @param value the number it states; 0 when it is none
 * @param start offset of its first character in the source
 * @param end offset after its last character
 */
public record Token(String text, String stem, Kind kind, double value, int start, int end) {
  /** What a token is. */
  public enum Kind {
    WORD,
    NUMBER,
    ROUTE,
    MARK
  }

  public boolean is(String stem) {
    return this.stem.equals(stem);
  }

  public boolean isWord() {
    return kind == Kind.WORD;
  }

  public boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  /** Whether it ends a clause: punctuation between statements, or an arrow. */
  public boolean isBreak() {
    return kind == Kind.MARK && ",;:()|—→".contains(stem);
  }
}
