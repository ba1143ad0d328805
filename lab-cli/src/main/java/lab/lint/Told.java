package lab.lint;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lab.nginx.syntax.SourceText;
import lab.nginx.syntax.Span;

/** What a person was told about already: one thing a statement, and nothing inside of another. */
final class Told {
  private final Map<SourceText, BitSet> covered = new HashMap<>();
  private final Set<Integer> statements = new HashSet<>();
  private boolean everything;

  /** Whether a place in a statement, by its number, is not told about yet. */
  boolean isNew(Span at, int statement) {
    return !everything
        && !statements.contains(statement)
        && !covered.getOrDefault(at.source(), new BitSet()).get(at.start());
  }

  void add(Span at, int statement) {
    covered.computeIfAbsent(at.source(), source -> new BitSet()).set(at.start(), at.end());
    if (statement != Heads.NONE) {
      statements.add(statement);
    }
  }

  /** One mistake that is in every line. */
  void everything() {
    everything = true;
  }
}
