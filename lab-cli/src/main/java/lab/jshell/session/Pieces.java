package lab.jshell.session;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;

/** Cuts a text into the pieces that JShell evaluates one by one. */
public final class Pieces {
  private Pieces() {}

  /**
   * One piece.
   *
   * @param offset where it begins in the whole text
   * @param source its text
   * @param complete whether it can be evaluated as it stands
   */
  public record Piece(int offset, String source, boolean complete) {}

  /** The pieces in their order; blank ones are left out. Only the last can be incomplete. */
  static List<Piece> of(String text, SourceCodeAnalysis analysis) {
    var pieces = new ArrayList<Piece>();
    var rest = text;
    while (!rest.isBlank()) {
      var info = analysis.analyzeCompletion(rest);
      int offset = text.length() - rest.length();
      boolean complete = info.completeness().isComplete();
      if (!complete || info.source().isEmpty()) {
        var empty = info.completeness() == SourceCodeAnalysis.Completeness.EMPTY;
        if (!empty) {
          pieces.add(new Piece(offset, rest, complete));
        }
        return pieces;
      }
      pieces.add(new Piece(offset, info.source(), true));
      if (info.remaining().length() >= rest.length()) {
        return pieces;
      }
      rest = info.remaining();
    }
    return pieces;
  }
}
