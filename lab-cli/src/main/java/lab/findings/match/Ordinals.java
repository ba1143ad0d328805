package lab.findings.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lab.findings.language.Token;

/**
 * Resolves "the first", "the latter", "number three": which of several subjects is meant, by the
 * order in which the text named them. The last sentence that named several decides; without one,
 * the order of their first mention since the section began.
 */
final class Ordinals {
  private static final int LAST = -1;
  private static final Map<String, Integer> PLACES =
      Map.of(
          "first", 0, "former", 0, "second", 1, "third", 2, "fourth", 3, "latter", LAST, "last",
          LAST);

  /**
   * What may follow when the word stands for the whole noun: "the first needs", "the second one".
   */
  private static final Set<String> NOUNS =
      Set.of(
          "1",
          "model",
          "server",
          "kind",
          "variant",
          "approach",
          "option",
          "design",
          "of",
          "way",
          "mode",
          "version",
          "style",
          "type",
          "solut",
          "candid",
          "two");

  private static final Set<String> VERBS =
      Set.of(
          "is", "are", "was", "has", "have", "need", "can", "cannot", "will", "would", "does", "do",
          "cost", "give", "use", "make", "hold", "keep", "let", "take", "handl", "onli", "also",
          "isol", "isolate", "scale", "suffer", "share", "run", "start", "fork", "wast", "stay",
          "serv", "must", "pay", "get", "spend", "work", "lock", "block", "overlap", "eat");

  private final LinkedHashSet<String> since = new LinkedHashSet<>();
  private List<String> listed = List.of();

  /** Forgets what was named: a new section begins. */
  void clear() {
    since.clear();
    listed = List.of();
  }

  /** Takes note of what a sentence names, in its order. */
  void named(List<String> subjects) {
    var distinct = List.copyOf(new LinkedHashSet<>(subjects));
    since.addAll(distinct);
    if (distinct.size() > 1) {
      listed = distinct;
    }
  }

  /** Every subject that a stretch names by its place, with the place. */
  List<SubjectTracker.Mention> mentioned(List<Token> tokens, int from, int to) {
    var found = new ArrayList<SubjectTracker.Mention>();
    for (int i = Math.max(1, from); i < to; i++) {
      if (tokens.get(i - 1).is("the") && standsAlone(tokens, i + 1)) {
        var span = new Span(i - 1, i + 1);
        Optional.ofNullable(PLACES.get(tokens.get(i).text()))
            .flatMap(this::subject)
            .ifPresent(name -> found.add(new SubjectTracker.Mention(name, span)));
      }
    }
    return found;
  }

  private Optional<String> subject(int place) {
    var order = listed.isEmpty() ? List.copyOf(since) : listed;
    if (order.size() < 2) {
      return Optional.empty();
    }
    int index = place == LAST ? order.size() - 1 : place;
    return index < order.size() ? Optional.of(order.get(index)) : Optional.empty();
  }

  private static boolean standsAlone(List<Token> tokens, int next) {
    return next >= tokens.size()
        || tokens.get(next).isBreak()
        || NOUNS.contains(tokens.get(next).stem())
        || VERBS.contains(tokens.get(next).stem());
  }
}
