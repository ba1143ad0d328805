package lab.nginx.syntax;

/**
 * A run of bytes of one file.
 *
 * @param source the file
 * @param start its first byte
 * @param end the byte after its last
 */
public record Span(SourceText source, int start, int end) {
  /** Refuses a run that is not in the file. */
  public Span {
    if (start < 0 || end < start || end > source.length()) {
      throw new IllegalArgumentException(
          "no bytes " + start + " to " + end + " in " + source.path());
    }
  }

  public Position position() {
    return source.position(start);
  }

  public int line() {
    return position().line();
  }

  public int length() {
    return end - start;
  }

  /** The bytes as they stand in the file, one {@code char} a byte. */
  public String raw() {
    return source.text().substring(start, end);
  }
}
