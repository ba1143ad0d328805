package lab.findings.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.findings.document.BlockKind;
import lab.findings.document.Sentence;
import lab.findings.document.WriteUp;
import lab.findings.language.Spelling;
import lab.findings.language.Standing;
import lab.findings.language.StandingReader;
import lab.findings.language.Token;
import lab.findings.rubric.Lexicon;

/** Reads a write-up from its first sentence to its last. */
public final class Reader {
  private final Lexicon lexicon;
  private final Spelling spelling;

  public Reader(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.spelling = new Spelling(lexicon.vocabulary());
  }

  /** All sentences, understood one after the other. */
  public List<Reading> read(WriteUp writeUp) {
    var models =
        new SubjectTracker(
            lexicon,
            lexicon.subjects().getOrDefault("models", Map.of()),
            lexicon.subjects().getOrDefault("described", Map.of()));
    var routes = new SubjectTracker(lexicon, lexicon.subjects().getOrDefault("routes", Map.of()));
    var codes = new CodeTracker(lexicon, lexicon.subjects().getOrDefault("codes", Map.of()));
    var readings = new ArrayList<Reading>();
    for (var written : writeUp.sentences()) {
      var sentence = corrected(written);
      var phrases = new Phrases(lexicon, sentence.tokens());
      Map<String, List<Set<String>>> subjects =
          Map.of(
              "models", models.next(sentence, phrases),
              "routes", routes.next(sentence, phrases),
              "codes", codes.next(sentence));
      readings.add(
          new Reading(lexicon, sentence, standing(writeUp.source(), sentence), subjects, phrases));
    }
    return rejected(readings);
  }

  private Sentence corrected(Sentence written) {
    return new Sentence(
        written.tokens().stream().map(spelling::corrected).toList(),
        written.block(),
        written.section(),
        written.asked());
  }

  private static List<Standing> standing(String source, Sentence sentence) {
    if (sentence.block().kind() == BlockKind.QUOTE) {
      return all(sentence.tokens(), Standing.REPORTED);
    }
    var standing = new ArrayList<>(StandingReader.read(sentence.tokens(), sentence.asked()));
    for (var quoted : quotedParts(source, sentence)) {
      for (int i = quoted.start(); i < quoted.end(); i++) {
        standing.set(i, Standing.REPORTED);
      }
    }
    return List.copyOf(standing);
  }

  /** The stretches between quotation marks that are long enough to be statements. */
  private static List<Span> quotedParts(String source, Sentence sentence) {
    var parts = new ArrayList<Span>();
    var tokens = sentence.tokens();
    int open = -1;
    for (int i = 0; i < tokens.size(); i++) {
      int from = i == 0 ? Math.max(0, tokens.get(0).start() - 2) : tokens.get(i - 1).end();
      var gap = source.substring(Math.min(from, tokens.get(i).start()), tokens.get(i).start());
      boolean closes = open >= 0 && hasMark(gap);
      if (closes) {
        addQuoted(parts, tokens, open, i);
        open = -1;
      } else if (open < 0 && hasMark(gap)) {
        open = i;
      }
    }
    int end = Math.min(source.length(), sentence.end() + 2);
    if (open >= 0 && hasMark(source.substring(sentence.end(), end))) {
      addQuoted(parts, tokens, open, tokens.size());
    }
    return parts;
  }

  private static boolean hasMark(String gap) {
    return gap.indexOf('"') >= 0 || gap.indexOf('“') >= 0 || gap.indexOf('”') >= 0;
  }

  private static void addQuoted(List<Span> parts, List<Token> tokens, int from, int to) {
    if (StandingReader.isStatement(tokens.subList(from, to))) {
      parts.add(new Span(from, to));
    }
  }

  private static List<Standing> all(List<Token> tokens, Standing standing) {
    return tokens.stream().map(_ -> standing).toList();
  }

  /** A sentence that the next one only rejects is denied; one that it endorses is said. */
  private static List<Reading> rejected(List<Reading> readings) {
    var result = new ArrayList<Reading>();
    for (int i = 0; i < readings.size(); i++) {
      var reading = readings.get(i);
      boolean followed =
          i + 1 < readings.size()
              && readings.get(i + 1).sentence().block().equals(reading.sentence().block());
      if (followed && StandingReader.rejectsPrevious(readings.get(i + 1).tokens())) {
        result.add(reading.as(Standing.DENIED));
      } else if (followed && isEndorsed(reading, readings.get(i + 1))) {
        result.add(reading.as(Standing.ASSERTED));
      } else {
        result.add(reading);
      }
    }
    return result;
  }

  private static boolean isEndorsed(Reading reading, Reading next) {
    if (reading.sentence().asked()) {
      return next.standing().counts() && StandingReader.confirms(reading.tokens(), next.tokens());
    }
    return reading.isReported() && StandingReader.endorsesPrevious(next.tokens());
  }
}
