package lab.findings.grade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.findings.document.WriteUp;
import lab.findings.document.WriteUpReader;
import lab.findings.figures.FigureChecker;
import lab.findings.figures.FigureReader;
import lab.findings.figures.FigureState;
import lab.findings.figures.RecordedRun;
import lab.findings.grade.CriterionGrade.Confidence;
import lab.findings.language.Standing;
import lab.findings.match.FacetFinder;
import lab.findings.match.Hit;
import lab.findings.match.Reader;
import lab.findings.match.Reading;
import lab.findings.rubric.Criterion;
import lab.findings.rubric.Facet;
import lab.findings.rubric.Misconception;
import lab.findings.rubric.Rubric;

/** Grades write-ups: deterministic, without network, milliseconds each. */
public final class Grader {
  private static final int MOST_CHARACTERS = 100_000;
  private static final int MANY_EXAMPLES = 5;
  private static final double EXAMPLE_SHARE = 0.4;

  private final Rubric rubric;
  private final WriteUpReader writeUps;
  private final Reader reader;
  private final Shipped shipped;
  private final Shipped examples;

  public Grader(Rubric rubric) {
    this.rubric = rubric;
    this.writeUps = new WriteUpReader(rubric.lexicon().tokenizer());
    this.reader = new Reader(rubric.lexicon());
    this.shipped = new Shipped(rubric.lexicon().tokenizer(), rubric.shipped());
    this.examples = new Shipped(rubric.lexicon().tokenizer(), rubric.examples());
  }

  /**
   * Grades one write-up.
   *
   * @param markdown the text as handed in; what follows its first 100,000 characters is not read
   * @param runs what the lab recorded for its author
   */
  public Grade grade(String markdown, List<RecordedRun> runs) {
    var writeUp =
        writeUps.read(markdown.substring(0, Math.min(markdown.length(), MOST_CHARACTERS)));
    var readings = withoutCopies(reader.read(writeUp)).stream().map(Grader::judged).toList();
    var gate = new Gates(rubric.lexicon()).closed(readings);
    var finder = new FacetFinder(rubric.lexicon(), readings);
    var figures = new FigureChecker(runs).check(FigureReader.read(readings));
    var session = new Session(writeUp, finder, gate, figures, runs);
    return new Grade(
        rubric.version() + "-" + rubric.hash(),
        gate,
        rubric.criteria().stream().map(session::grade).toList(),
        session.held(rubric),
        figures,
        ignored(writeUp, readings),
        rubric.criteria().stream()
            .map(Criterion::section)
            .filter(writeUp::speaksOf)
            .collect(Collectors.toSet()));
  }

  private List<Reading> withoutCopies(List<Reading> readings) {
    var body = readings.stream().filter(r -> !r.sentence().isHeading()).toList();
    long like = body.stream().filter(r -> examples.holds(r.tokens())).count();
    boolean copied = like >= MANY_EXAMPLES && like > EXAMPLE_SHARE * body.size();
    return readings.stream()
        .map(r ->
            !r.sentence().isHeading()
                    && (shipped.holds(r.tokens()) || (copied && examples.holds(r.tokens())))
                ? r.as(Standing.COPIED)
                : r)
        .toList();
  }

  private static Reading judged(Reading reading) {
    boolean skipped = reading.sentence().isHeading() || reading.standing() == Standing.COPIED;
    return !skipped && TermList.is(reading) ? reading.as(Standing.LISTED) : reading;
  }

  private static List<Quote> ignored(WriteUp writeUp, List<Reading> readings) {
    return readings.stream()
        .filter(r -> r.standing() == Standing.INSTRUCTION)
        .map(r -> quote(writeUp, "instruction", r.sentence().start(), r.sentence().end()))
        .toList();
  }

  private static Quote quote(WriteUp writeUp, String facet, int start, int end) {
    return new Quote(facet, writeUp.quote(start, end), writeUp.line(start), start, end);
  }

  /** One write-up being graded. */
  private record Session(
      WriteUp writeUp,
      FacetFinder finder,
      Optional<Gate> gate,
      List<FigureState> figures,
      List<RecordedRun> runs) {
    /** The guess where a person has to read the whole text: the middle. */
    private static final int UNREAD = 1;

    CriterionGrade grade(Criterion criterion) {
      boolean refused = gate.isPresent() && !gate.get().needsPerson();
      var right = refused ? List.<Hit>of() : hits(criterion.facets().values());
      var wrong =
          refused
              ? List.<Hit>of()
              : hits(criterion.wrong().values()).stream().filter(Session::isBelieved).toList();
      int level = level(criterion, right);
      if (criterion.evidence() && !refused) {
        level = EvidenceCriterion.level(figures);
      } else if (!wrong.isEmpty()) {
        level = Math.max(0, level - 1);
      }
      if (gate.filter(Gate::hidesMeaning).isPresent() && writeUp.speaksOf(criterion.section())) {
        level = Math.max(level, UNREAD);
      }
      var look = look(criterion, level, right, wrong);
      return new CriterionGrade(
          criterion.id(),
          criterion.title(),
          level,
          confidence(level, right, wrong, look),
          quotes(right),
          quotes(wrong),
          missing(criterion, level, right),
          look,
          false);
    }

    private static int level(Criterion criterion, List<Hit> right) {
      var found = new LinkedHashSet<String>();
      right.forEach(hit -> found.add(hit.facet()));
      if (criterion.two().holds(found)) {
        return 2;
      }
      return criterion.one().holds(found) ? 1 : 0;
    }

    private Optional<String> look(
        Criterion criterion, int level, List<Hit> right, List<Hit> wrong) {
      if (gate.filter(Gate::needsPerson).isPresent()) {
        return gate.map(Gate::message);
      }
      if (gate.isPresent() || criterion.evidence()) {
        return Optional.empty();
      }
      if (level == 0
          && right.isEmpty()
          && wrong.isEmpty()
          && writeUp.speaksOf(criterion.section())
          && criterion.near().stream().anyMatch(finder::suggests)) {
        return Optional.of("Words of this criterion occur, but I did not recognise the statement.");
      }
      return Optional.empty();
    }

    private static Confidence confidence(
        int level, List<Hit> right, List<Hit> wrong, Optional<String> look) {
      boolean contradicted = !right.isEmpty() && !wrong.isEmpty();
      if (look.isPresent() || contradicted) {
        return Confidence.LOOK;
      }
      return level == CriterionGrade.MOST && right.size() > 1 ? Confidence.SURE : Confidence.LIKELY;
    }

    private static List<String> missing(Criterion criterion, int level, List<Hit> right) {
      if (level == CriterionGrade.MOST) {
        return List.of();
      }
      var found = right.stream().map(Hit::facet).toList();
      return criterion.missing().entrySet().stream()
          .filter(e -> !found.contains(e.getKey()))
          .sorted(java.util.Map.Entry.comparingByKey())
          .map(java.util.Map.Entry::getValue)
          .toList();
    }

    List<Grade.Held> held(Rubric rubric) {
      var held = new ArrayList<Grade.Held>();
      if (gate.isPresent()) {
        return held;
      }
      for (var misconception : rubric.misconceptions()) {
        finder.find(misconception.claim()).stream()
            .filter(Session::isBelieved)
            .findFirst()
            .ifPresent(hit ->
                held.add(
                    new Grade.Held(
                        misconception.id(),
                        misconception.title(),
                        misconception.say(),
                        quote(
                            writeUp,
                            misconception.id(),
                            hit.reading().sentence().start(),
                            hit.reading().sentence().end()),
                        refuting(misconception),
                        misconception.see())));
      }
      return held;
    }

    /** The author's last run of the kind that refutes a belief. */
    private Optional<RecordedRun> refuting(Misconception misconception) {
      return misconception.refuted().stream()
          .flatMap(kind ->
              runs.stream()
                  .filter(RecordedRun::stands)
                  .filter(
                      run -> run.phase().equals(kind.phase()) && run.route().equals(kind.route()))
                  .max(Comparator.comparing(RecordedRun::run))
                  .stream())
          .findFirst();
    }

    /** Whether a hit is said of this world; what is only supposed shows no belief. */
    private static boolean isBelieved(Hit hit) {
      return hit.reading().standingAt(hit.start()) == Standing.ASSERTED;
    }

    private List<Hit> hits(java.util.Collection<Facet> facets) {
      return facets.stream()
          .flatMap(facet -> finder.find(facet).stream())
          .sorted(Comparator.comparingInt(Hit::start))
          .toList();
    }

    private List<Quote> quotes(List<Hit> hits) {
      return hits.stream()
          .map(hit -> {
            var sentence = hit.reading().sentence();
            return quote(writeUp, hit.facet(), sentence.start(), sentence.end());
          })
          .distinct()
          .toList();
    }
  }
}
