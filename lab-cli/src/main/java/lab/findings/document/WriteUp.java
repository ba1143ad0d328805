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

  /** Whether it has text in a section, or under headings that name none. */
  public boolean speaksOf(String section) {
    var body = sentences.stream().filter(s -> !s.isHeading()).map(Sentence::section).toList();
    return body.stream().anyMatch(s -> s == Section.NONE || s.name().equalsIgnoreCase(section));
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
