package lab.findings.document;

import java.util.List;

/**
 * A learner's write-up, cut into sentences.
 *
 * @param source the Markdown as written
 * @param sentences all of it in reading order, headings too
 */
public record WriteUp(String source, List<Sentence> sentences) {
  public WriteUp {
    sentences = List.copyOf(sentences);
  }

  /** The words between two offsets, on one line. */
  public String quote(int start, int end) {
    return source.substring(start, Math.min(end, source.length())).replaceAll("\\s+", " ").strip();
  }

  /** The line of an offset, from 1. */
  public int line(int offset) {
    return 1 + (int) source.substring(0, offset).chars().filter(c -> c == '\n').count();
  }
}
