package lab.lint;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.SourceText;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.closure.Configuration;

/**
 * Which statement a place belongs to: from its first word to its semicolon or brace. No two of them
 * overlap, so that one look decides, however many there are.
 */
final class Heads {
  /** The place is in no statement. */
  static final int NONE = -1;

  /** A statement's number in file order, and where its first part ends. */
  private record Head(int number, int end) {}

  private final Map<SourceText, TreeMap<Integer, Head>> heads = new HashMap<>();

  Heads(Configuration configuration) {
    int number = 0;
    for (var placed : Placed.all(configuration.directives())) {
      var name = placed.statement().name().span();
      heads
          .computeIfAbsent(name.source(), source -> new TreeMap<>())
          .put(name.start(), new Head(number++, placed.statement().terminator().end()));
    }
  }

  /** The number of the statement around a place. */
  int at(Span place) {
    var floor = heads.getOrDefault(place.source(), new TreeMap<>()).floorEntry(place.start());
    return floor == null || floor.getValue().end() < place.start()
        ? NONE
        : floor.getValue().number();
  }
}
