package lab.findings.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.findings.document.Section;
import lab.findings.language.Standing;
import lab.findings.rubric.Facet;
import lab.findings.rubric.Lexicon;

/** Which mode the author sends each route to; the last word on a route is the one that counts. */
final class Choices {
  private final List<Made> made = new ArrayList<>();
  private final SubjectTracker models;
  private final SubjectTracker routes;

  Choices(Lexicon lexicon, List<Reading> readings) {
    models = new SubjectTracker(lexicon, lexicon.subjects().getOrDefault("models", Map.of()));
    routes = new SubjectTracker(lexicon, lexicon.subjects().getOrDefault("routes", Map.of()));
    readings.forEach(this::collect);
  }

  private record Made(String route, String model, Reading reading, int start, int end) {}

  /** The decisions of the author that are one of {@code wanted}. */
  List<Hit> made(String facet, Facet.Choice wanted) {
    var hits = new ArrayList<Hit>();
    for (var choice : made) {
      if (choice.route().equals(wanted.route()) && wanted.models().contains(choice.model())) {
        hits.add(new Hit(facet, choice.reading(), choice.start(), choice.end()));
      }
    }
    return hits;
  }

  private void collect(Reading reading) {
    if (!decides(reading)) {
      return;
    }
    var decided = new java.util.HashSet<String>();
    var tokens = reading.tokens();
    for (var clause : Clauses.of(tokens)) {
      var chosen = models.mentioned(tokens, clause.start(), clause.end());
      if (chosen.isEmpty() || !reading.standing(clause.start()).counts() || tells(reading, clause)) {
        continue;
      }
      var named = routes.mentioned(tokens, clause.start(), clause.end());
      Set<String> affected =
          named.isEmpty()
              ? reading.about("routes", clause.start())
              : named.stream().map(SubjectTracker.Mention::subject).collect(java.util.stream.Collectors.toSet());
      var model = chosen.getFirst();
      for (var route : affected) {
        if (decided.add(route)) {
          made.add(
              new Made(
                  route,
                  model.subject(),
                  reading,
                  tokens.get(clause.start()).start(),
                  tokens.get(clause.end() - 1).end()));
        }
      }
    }
  }

  /** Whether it stands among decisions, or moves something itself. */
  private static boolean decides(Reading reading) {
    var section = reading.sentence().section();
    return reading.sentence().tokens().stream().noneMatch(t -> t.is("?"))
        && !reading.sentence().isHeading()
        && (section == Section.ROUTING
            || section != Section.CAUSES && reading.says("moves_to"));
  }

  /** Whether the clause tells how it was before. */
  private static boolean tells(Reading reading, Span clause) {
    return reading.occurrences("phase_before").stream()
            .anyMatch(span -> span.start() >= clause.start() && span.end() <= clause.end())
        || reading.standing(clause.start()) == Standing.SUPPOSED;
  }
}
