package lab.findings.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.findings.document.BlockKind;
import lab.findings.document.Section;
import lab.findings.language.Token;
import lab.findings.rubric.Facet;
import lab.findings.rubric.Lexicon;

/**
 * Which mode the author sends each route to. The first decision on a route counts; a later one only
 * when the author insists on it.
 */
final class Choices {
  private static final Set<String> REASONS =
      Set.of(
          "becaus",
          "sinc",
          "as",
          "if",
          "could",
          "than",
          "otherwis",
          "while",
          "so",
          "unless",
          "becau");
  private static final Set<String> CONDITIONS = Set.of("if", "were", "had", "unless");
  private static final Set<String> WE = Set.of("i", "we", "1", "one", "you");
  private static final Set<String> OPENERS = Set.of(":", "to", "onto", "on", "—");
  private static final Set<String> TAKEN_UP = Set.of("it", "they", "that", "those", "these");
  private static final Set<String> LIKEWISE = Set.of("does", "do", "did", "is", "are");
  private static final int FAR = 14;

  /** The mode of a route that was left as the lab ships it. */
  private static final String SHIPPED = "prefork";

  private final List<Made> made = new ArrayList<>();
  private final SubjectTracker models;

  /** Whether the write-up has a part of its own for decisions: then they stand there. */
  private final boolean routed;

  private final SubjectTracker routes;

  Choices(Lexicon lexicon, List<Reading> readings) {
    models = new SubjectTracker(lexicon, lexicon.subjects().getOrDefault("models", Map.of()));
    routes = new SubjectTracker(lexicon, lexicon.subjects().getOrDefault("routes", Map.of()));
    routed =
        readings.stream()
            .anyMatch(r -> !r.sentence().isHeading() && r.sentence().section() == Section.ROUTING);
    readings.stream().filter(this::decides).forEach(this::collect);
  }

  private record Made(String route, String model, Reading reading, int start, int end) {}

  private record Event(boolean isRoute, String name, Span span) {}

  /** The decisions of the author that are one of {@code wanted}. */
  List<Hit> made(String facet, Facet.Choice wanted) {
    return made.stream()
        .filter(m -> m.route().equals(wanted.route()) && wanted.models().contains(m.model()))
        .filter(m -> wanted.apartFrom().stream().noneMatch(other -> shares(m.model(), other)))
        .map(m -> new Hit(facet, m.reading(), m.start(), m.end()))
        .toList();
  }

  private boolean shares(String model, String route) {
    return made.stream().anyMatch(m -> m.route().equals(route) && m.model().equals(model));
  }

  private void collect(Reading reading) {
    var events = events(reading);
    if (events.stream().allMatch(Event::isRoute)) {
      return;
    }
    boolean modelFirst = !events.getFirst().isRoute() && events.stream().anyMatch(Event::isRoute);
    if (modelFirst) {
      modelFirst(reading, events);
    } else {
      routeFirst(reading, events);
    }
  }

  private List<Event> events(Reading reading) {
    var tokens = reading.tokens();
    int all = tokens.size();
    return Stream.of(
            routes.mentioned(reading.phrases(), 0, all).stream()
                .map(m -> new Event(true, m.subject(), m.span())),
            models.mentioned(reading.phrases(), 0, all).stream()
                .map(m -> new Event(false, m.subject(), m.span())),
            reading.occurrences("kept_as_is").stream().map(span -> new Event(false, SHIPPED, span)))
        .flatMap(each -> each)
        .filter(event -> reading.standing(event.span().start()).counts())
        .filter(event -> !isConditional(tokens, event.span().start()))
        .sorted(Comparator.comparingInt(event -> event.span().start()))
        .toList();
  }

  /** "Streams go to async", "hash and index: prefork". */
  private void routeFirst(Reading reading, List<Event> events) {
    var pending = new LinkedHashSet<>(reading.about("routes", 0));
    int from = 0;
    boolean open = true;
    Event model = events.getFirst();
    for (var event : events) {
      if (event.isRoute() && !model.isRoute() && isLikewise(reading.tokens(), event)) {
        add(event.name(), model, reading, events);
      } else if (event.isRoute()) {
        if (!open || from == 0) {
          pending.clear();
        }
        pending.add(event.name());
        from = event.span().end();
        open = true;
      } else if (open
          && isNear(
              reading.tokens(),
              Math.max(from, resumed(reading.tokens(), event)),
              event.span().start())) {
        open = false;
        model = event;
        pending.forEach(route -> add(route, event, reading, events));
      }
    }
  }

  /** Where the clause of a mode takes up the route again: "; they are on the loop"; 0 if not. */
  private static int resumed(List<Token> tokens, Event model) {
    for (int i = model.span().start() - 1; i > 0; i--) {
      if (tokens.get(i - 1).isBreak()) {
        return TAKEN_UP.contains(tokens.get(i).text()) ? i : 0;
      }
    }
    return 0;
  }

  /** "Hashes stay on sync and so does the index". */
  private static boolean isLikewise(List<Token> tokens, Event route) {
    int at = route.span().start();
    while (at > 0 && tokens.get(at - 1).is("the")) {
      at--;
    }
    return at > 1
        && LIKEWISE.contains(tokens.get(at - 1).text())
        && tokens.get(at - 2).text().equals("so");
  }

  /** "Async for the streams, the pool for feed checks". */
  private void modelFirst(Reading reading, List<Event> events) {
    var model = events.getFirst();
    for (var event : events) {
      if (!event.isRoute()) {
        model = event;
      } else if (isNear(reading.tokens(), model.span().end(), event.span().start())) {
        add(event.name(), model, reading, events);
      }
    }
  }

  /** Whether a word stands in a condition: "if the hash went to the loop". */
  private static boolean isConditional(List<Token> tokens, int at) {
    for (int i = at - 1; i >= 0 && !tokens.get(i).isBreak(); i--) {
      if (CONDITIONS.contains(tokens.get(i).text())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNear(List<Token> tokens, int from, int to) {
    return to - from <= FAR
        && IntStream.range(Math.min(from, to), to).noneMatch(i -> isReason(tokens, i));
  }

  /** Whether a word begins a reason; "I would stay on sync" is a decision. */
  private static boolean isReason(List<Token> tokens, int at) {
    return tokens.get(at).is("would")
        ? at == 0 || !WE.contains(tokens.get(at - 1).text())
        : REASONS.contains(tokens.get(at).stem());
  }

  private void add(String route, Event model, Reading reading, List<Event> events) {
    boolean known = made.stream().anyMatch(m -> m.route().equals(route));
    if (known && !reading.says("insists")) {
      return;
    }
    int start = Math.min(events.getFirst().span().start(), model.span().start());
    int end = Math.max(model.span().end(), start + 1);
    var tokens = reading.tokens();
    made.add(
        new Made(
            route, model.name(), reading, tokens.get(start).start(), tokens.get(end - 1).end()));
  }

  private static boolean hasArrow(Reading reading) {
    return reading.tokens().stream().anyMatch(t -> t.is("→"));
  }

  /** Whether it begins like a line of a list of decisions: "check_feed: pooled". */
  private boolean opensWithRoute(Reading reading) {
    var tokens = reading.tokens();
    return routes.mentioned(reading.phrases(), 0, tokens.size()).stream()
        .map(SubjectTracker.Mention::span)
        .anyMatch(at ->
            at.start() <= 1
                && at.end() < tokens.size()
                && OPENERS.contains(tokens.get(at.end()).stem()));
  }

  /** A row of a table that ends in a refusal: "stream | pool | never back. Out". */
  private static boolean isRejected(Reading reading) {
    return reading.sentence().block().kind() == BlockKind.ROW
        && !reading.says("chosen")
        && reading.says("refused");
  }

  /** Whether it stands among decisions, or moves something itself; how it was before is none. */
  private boolean decides(Reading reading) {
    var section = reading.sentence().section();
    boolean placed =
        section == Section.ROUTING
            || (section == Section.NONE
                && !routed
                && (reading.says("moves_to") || hasArrow(reading) || opensWithRoute(reading)));
    return placed
        && !isRejected(reading)
        && !(reading.sentence().isHeading() && reading.sentence().block().level() <= 2)
        && !reading.says("phase_before");
  }
}
