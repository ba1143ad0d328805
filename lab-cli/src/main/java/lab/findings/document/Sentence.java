package lab.findings.document;

import java.util.List;
import lab.findings.language.Token;

/**
 * A sentence, or a line of notes that stands for one.
 *
 * @param tokens its words and marks, without the final stop
 * @param block the block it stands in
 * @param section the part of the write-up
 * @param asked whether it ends in a question mark
 */
public record Sentence(List<Token> tokens, Block block, Section section, boolean asked) {
  public Sentence {
    tokens = List.copyOf(tokens);
  }

  public int start() {
    return tokens.getFirst().start();
  }

  public int end() {
    return tokens.getLast().end();
  }

  public boolean isHeading() {
    return block.kind() == BlockKind.HEADING;
  }
}
