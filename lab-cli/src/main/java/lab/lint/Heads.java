package lab.lint;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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

  /** A statement's number in file order, its name, and where its first part ends. */
  private record Head(int number, Span name, int end) {}

  private final Map<SourceText, TreeMap<Integer, Head>> heads = new HashMap<>();

  Heads(Configuration configuration) {
    int number = 0;
    for (var placed : Placed.all(configuration.directives())) {
      var name = placed.statement().name().span();
      heads
          .computeIfAbsent(name.source(), source -> new TreeMap<>())
          .put(name.start(), new Head(number++, name, placed.statement().terminator().end()));
    }
  }

  /** The number of the statement around a place. */
  int at(Span place) {
    return around(place).map(Head::number).orElse(NONE);
  }

  /** The first word of the statement around a place. */
  Optional<Span> name(Span place) {
    return around(place).map(Head::name);
  }

  private Optional<Head> around(Span place) {
    return Optional.ofNullable(heads.get(place.source()))
        .map(all -> all.floorEntry(place.start()))
        .map(Map.Entry::getValue)
        .filter(head -> head.end() >= place.start());
  }
}
