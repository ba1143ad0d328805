package lab.findings.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lab.findings.document.Block;
import lab.findings.document.BlockKind;
import lab.findings.document.Sentence;
import lab.findings.language.Token;
import lab.findings.rubric.Lexicon;

/**
 * Follows whom the text is about, mode or route: a mention sets the subject, and it sticks until
 * the next mention. A mention in a comparison ("unlike", "than", "instead of") sets nothing.
 */
final class SubjectTracker {
  private static final Set<String> COMPARING =
      Set.of(
          "than",
          "unlik",
          "like",
          "versu",
          "vs",
          "instead",
          "rather",
          "compar",
          "oppos",
          "from",
          "off",
          "neither",
          "nor",
          "contrast");
  private static final Set<String> APART = Set.of("separated", "clear", "independent", "rid");
  private static final Set<String> LINKS =
      Set.of("so", "and", "but", "becaus", "sinc", "as", "when", "while", "though", "then", "also");
  private static final Set<String> PRONOUNS =
      Set.of("it", "its", "they", "their", "which", "this", "that", "these", "those");
  private static final Set<String> LIKERS =
      Set.of("i", "we", "you", "they", "people", "to", "do", "would", "most", "also", "really");

  /** Words that hold the name of a route but speak of the service: "waits for the feed". */
  private static final String NO_MENTION = "no_mention";

  private static final int LOOK_BACK = 3;
  private static final int SIDE_BY_SIDE = 2;

  private final Lexicon lexicon;
  private final Map<String, String> mentions;
  private final Map<String, String> descriptions;
  private final Ordinals ordinals = new Ordinals();
  private Set<String> current = Set.of();
  private Optional<Block> block = Optional.empty();
  private boolean isHeaded;
  private boolean isNamed;

  /**
   * @param lexicon the concepts
   * @param mentions subject to the concept that mentions it
   */
  SubjectTracker(Lexicon lexicon, Map<String, String> mentions) {
    this(lexicon, mentions, Map.of());
  }

  /**
   * @param descriptions subject to the concept that describes it: "separate processes" means
   *     prefork where no model has been named
   */
  SubjectTracker(Lexicon lexicon, Map<String, String> mentions, Map<String, String> descriptions) {
    this.lexicon = lexicon;
    this.mentions = mentions;
    this.descriptions = descriptions;
  }

  /** The subject of each token of the next sentence. */
  List<Set<String>> next(Sentence sentence, Phrases phrases) {
    if (sentence.isHeading() && sentence.block().level() <= 2) {
      ordinals.clear();
    }
    var named = named(phrases);
    enter(sentence, !named.isEmpty());
    var subjects = read(sentence, phrases);
    ordinals.named(named);
    return subjects;
  }

  /** A block begins without a name unless a heading above it gave one. */
  private void enter(Sentence sentence, boolean names) {
    if (sentence.isHeading()) {
      isHeaded = names;
    }
    if (block.filter(sentence.block()::equals).isEmpty()) {
      isNamed = isHeaded;
    }
    block = Optional.of(sentence.block());
    isNamed |= names;
  }

  /** All that a sentence names, in its order, those it only compares with included. */
  private List<String> named(Phrases phrases) {
    return mentions.entrySet().stream()
        .flatMap(e -> phrases.of(e.getValue()).stream().map(at -> new Mention(e.getKey(), at)))
        .sorted(Comparator.comparingInt((Mention m) -> m.span().start()))
        .map(Mention::subject)
        .toList();
  }

  private List<Set<String>> read(Sentence sentence, Phrases phrases) {
    if (sentence.isHeading()) {
      return heading(sentence, phrases);
    }
    if (sentence.block().kind() == BlockKind.ROW) {
      return row(sentence, phrases);
    }
    return follow(phrases, 0, sentence.tokens().size());
  }

  /** Mentions that count as subject or object of a statement, each with its place. */
  List<Mention> mentioned(Phrases phrases, int from, int to) {
    return mentioned(mentions, phrases, from, to);
  }

  private List<Mention> mentioned(Map<String, String> names, Phrases phrases, int from, int to) {
    var found = new ArrayList<Mention>();
    names.forEach((subject, concept) -> {
      for (var span : phrases.of(concept)) {
        if (span.start() >= from && span.end() <= to && !compares(phrases, span)) {
          found.add(new Mention(subject, span));
        }
      }
    });
    phrases.of(NO_MENTION).stream()
        .filter(span -> span.start() >= from && span.end() <= to)
        .forEach(span -> found.add(new Mention(NO_MENTION, span)));
    found.addAll(ordinals.mentioned(phrases.tokens(), from, to));
    found.sort(
        Comparator.comparingInt((Mention m) -> m.span().start())
            .thenComparingInt(m -> -m.span().end())
            .thenComparing(Mention::subject));
    return withoutNested(found).stream().filter(m -> !m.subject().equals(NO_MENTION)).toList();
  }

  record Mention(String subject, Span span) {}

  /** The outermost mentions; the same words may mention several: "all routes". */
  private static List<Mention> withoutNested(List<Mention> found) {
    var kept = new ArrayList<Mention>();
    for (var mention : found) {
      if (kept.isEmpty()
          || mention.span().equals(kept.getLast().span())
          || mention.span().start() >= kept.getLast().span().end()) {
        kept.add(mention);
      }
    }
    return kept;
  }

  private List<Set<String>> heading(Sentence sentence, Phrases phrases) {
    var found = mentioned(phrases, 0, sentence.tokens().size());
    if (!found.isEmpty()) {
      current = leading(found);
    } else if (sentence.block().level() <= 2) {
      current = Set.of();
    }
    return Collections.nCopies(sentence.tokens().size(), current);
  }

  private List<Set<String>> row(Sentence sentence, Phrases phrases) {
    var tokens = sentence.tokens();
    var columns = sentence.block().columns();
    var perToken = new ArrayList<Set<String>>();
    var before = current;
    int from = 0;
    int column = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      if (i == tokens.size() || tokens.get(i).is("|")) {
        current = column < columns.size() ? named(columns.get(column), before) : before;
        perToken.addAll(follow(phrases, from, i));
        if (column == 0) {
          before = current;
        }
        if (i < tokens.size()) {
          perToken.add(current);
        }
        from = i + 1;
        column++;
      }
    }
    return perToken;
  }

  private Set<String> named(String head, Set<String> otherwise) {
    var tokens = lexicon.tokens(head);
    var found = mentioned(new Phrases(lexicon, tokens), 0, tokens.size());
    return found.isEmpty() ? otherwise : leading(found);
  }

  private List<Set<String>> follow(Phrases phrases, int from, int to) {
    var tokens = phrases.tokens();
    var perToken = new ArrayList<Set<String>>();
    var outside = current;
    for (var clause : Clauses.of(tokens.subList(from, to))) {
      int start = from + clause.start();
      int end = from + clause.end();
      boolean aside = start > from && tokens.get(start - 1).is("(");
      if (start > from && tokens.get(start - 1).is(")")) {
        current = outside;
      }
      if (aside) {
        outside = current;
      }
      var found = mentioned(isNamed ? mentions : descriptions, phrases, start, end);
      if (!found.isEmpty() && !isCarried(tokens, start, found.getFirst().span().start())) {
        current = leading(found);
      }
      while (perToken.size() < end - from) {
        perToken.add(current);
      }
    }
    while (perToken.size() < to - from) {
      perToken.add(current);
    }
    return perToken;
  }

  /** Whether a clause goes on about whom the text was about: "it no longer waits for the feed". */
  private boolean isCarried(List<Token> tokens, int start, int mention) {
    if (current.isEmpty()) {
      return false;
    }
    int at = start;
    while (at < mention && LINKS.contains(tokens.get(at).stem())) {
      at++;
    }
    return mention - at > 1 && PRONOUNS.contains(tokens.get(at).text());
  }

  /** The first mention, with those that are joined to it: "prefork and pool". */
  private static Set<String> leading(List<Mention> found) {
    var subjects = new TreeSet<String>();
    subjects.add(found.getFirst().subject());
    for (int i = 1; i < found.size(); i++) {
      if (found.get(i).span().start() - found.get(i - 1).span().end() > SIDE_BY_SIDE) {
        break;
      }
      subjects.add(found.get(i).subject());
    }
    return Set.copyOf(subjects);
  }

  /** Whether "like" is a verb here: "what I like about prefork". */
  private static boolean isLiking(List<Token> tokens, int at) {
    return tokens.get(at).is("like") && (at == 0 || LIKERS.contains(tokens.get(at - 1).text()));
  }

  private static boolean compares(Phrases phrases, Span span) {
    var tokens = phrases.tokens();
    for (int i = Math.max(0, span.start() - LOOK_BACK); i < span.start(); i++) {
      if (tokens.get(i).isBreak()) {
        continue;
      }
      boolean apart = tokens.get(i).is("of") && i > 0 && APART.contains(tokens.get(i - 1).text());
      if (apart || (COMPARING.contains(tokens.get(i).stem()) && !isLiking(tokens, i))) {
        return true;
      }
    }
    var over = phrases.negation().over(span.start());
    return over.stream().anyMatch(i -> i < span.start() && span.start() - i <= LOOK_BACK);
  }
}
