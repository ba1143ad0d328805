package lab.findings.match;

/**
 * A stretch of tokens.
 *
 * @param start index of the first
 * @param end index after the last
 */
record Span(int start, int end) {
  boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }
}
