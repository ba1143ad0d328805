package lab.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.lint.advice.upstream.UnknownUpstream;
import lab.lint.mistake.argument.ArgumentRules;
import lab.lint.mistake.grammar.GrammarRules;
import lab.lint.mistake.meaning.MeaningRules;
import lab.lint.mistake.text.TextRules;
import lab.lint.rule.Foreign;
import lab.lint.rule.Rule;
import lab.lint.site.Site;
import lab.nginx.syntax.Fault;
import lab.nginx.syntax.Span;

/**
 * Finds why nginx refuses a file. Of several rules that speak of one statement only the most
 * telling is heard; and where a brace is wrong, nothing is said of what may stand where.
 */
public final class Mistakes {
  private static final List<Rule> RULES =
      Stream.of(TextRules.all(), GrammarRules.all(), ArgumentRules.all(), MeaningRules.all())
          .flatMap(List::stream)
          .toList();

  /** Signs of a mistake that nginx may well take for what was meant. */
  private static final Set<String> SIGNS =
      Set.of("smart-quote", "no-break-space", "missing-semicolon", "carriage-return");

  private static final Set<String> WHOLE_FILE = Set.of("carriage-return", "utf-16");

  /** Text that is none of nginx's, whatever the parser makes of it. */
  private static final Set<String> FOREIGN = Set.of("utf-16", "foreign-text");

  /** Mistakes that make the parser see blocks where the person sees none, or the reverse. */
  private static final Set<String> RESHAPE =
      Set.of("missing-brace", "unquoted-brace", "wrong-brace");

  /** What a wrong brace makes of statements that are fine in themselves. */
  private static final Set<String> FOLLOW_A_BRACE =
      Set.of(
          "wrong-context",
          "duplicate-location",
          "duplicate-directive",
          "bad-location",
          "events-missing",
          "empty-upstream",
          "unknown-upstream");

  /** Braces that are too many or too few, so that statements stand in other blocks than seems. */
  private static final Set<Fault.Kind> SHIFT =
      Set.of(Fault.Kind.EXTRA_BRACE, Fault.Kind.UNCLOSED_BLOCK);

  private static final Set<Fault.Kind> BRACES =
      Set.of(Fault.Kind.EXTRA_BRACE, Fault.Kind.UNCLOSED_BLOCK, Fault.Kind.NAMELESS_BLOCK);

  private final Site site;
  private final Heads heads;
  private final Told told = new Told();
  private final List<Diagnostic> found = new ArrayList<>();

  private Mistakes(Site site) {
    this.site = site;
    this.heads = new Heads(site.configuration());
  }

  public static List<Rule> rules() {
    return RULES;
  }

  /** Every mistake, the most likely culprit first. */
  public static List<Diagnostic> in(Site site) {
    return new Mistakes(site).find();
  }

  private List<Diagnostic> find() {
    var spoken =
        Stream.concat(
                RULES.stream().flatMap(rule -> Diagnostic.all(rule, site)), misspeltUpstreams(site))
            .toList();
    boolean reshaped =
        spoken.stream().anyMatch(one -> RESHAPE.contains(one.rule()) || losesBrace(one));
    var wrongBraces =
        spoken.stream()
            .filter(one -> one.rule().equals("wrong-brace"))
            .map(Diagnostic::at)
            .collect(Collectors.toSet());
    var faults =
        BraceBlame.of(site).stream()
            .filter(fault -> !(reshaped && BRACES.contains(fault.kind())))
            .toList();
    var syntax = faults.stream().filter(fault -> !lacksNoSemicolon(fault, wrongBraces)).toList();
    boolean shifted = reshaped || syntax.stream().anyMatch(fault -> SHIFT.contains(fault.kind()));
    boolean braces = reshaped || syntax.stream().anyMatch(fault -> BRACES.contains(fault.kind()));
    var servers = shifted ? serversOfTheOtherKind() : Set.<Integer>of();
    var proofs = new HashSet<Integer>();
    Stream.concat(
            faults.stream().map(SyntaxFaults::diagnostic),
            spoken.stream().filter(one -> !SIGNS.contains(one.rule())))
        .forEach(proof -> proofs.add(heads.at(proof.at())));
    Stream.of(
            spoken.stream().filter(one -> FOREIGN.contains(one.rule())),
            spoken.stream().filter(one -> RESHAPE.contains(one.rule())),
            syntax.stream().map(SyntaxFaults::diagnostic),
            spoken.stream().filter(one -> !SIGNS.contains(one.rule()) || explains(one, proofs)))
        .flatMap(some -> some)
        .filter(one -> !(braces && FOLLOW_A_BRACE.contains(one.rule())))
        .filter(one ->
            !(one.rule().equals("block-not-allowed") && servers.contains(heads.at(one.at()))))
        .filter(one -> told.isNew(one.at(), heads.at(one.at())))
        .filter(one -> told.isNew(heads.name(one.at()).orElse(one.at()), heads.at(one.at())))
        .forEach(this::add);
    found.sort(Comparator.comparingLong(this::rank));
    return List.copyOf(found);
  }

  /** Blocks among peers, or peers among blocks: where braces are wrong, only that tells of them. */
  private Set<Integer> serversOfTheOtherKind() {
    return site.misused()
        .map(Site.Misused::statement)
        .filter(statement -> statement.is("server"))
        .map(statement -> heads.at(statement.terminator()))
        .collect(Collectors.toSet());
  }

  /** Advice that is a mistake unless the name happens to be one of the network's. */
  private static Stream<Diagnostic> misspeltUpstreams(Site site) {
    return Diagnostic.all(new UnknownUpstream(), site)
        .filter(one -> one.edit().isPresent())
        .map(Diagnostic::asError);
  }

  /** What reshapes the file first, then as the file is read; what is missing altogether last. */
  private long rank(Diagnostic one) {
    if (RESHAPE.contains(one.rule())) {
      return -1;
    }
    if (one.rule().equals("events-missing")) {
      return Long.MAX_VALUE;
    }
    long file = site.configuration().files().indexOf(one.at().source());
    return (file << Integer.SIZE) + one.at().start();
  }

  private void add(Diagnostic one) {
    found.add(one);
    if (WHOLE_FILE.contains(one.rule())) {
      told.everything();
    } else {
      told.add(one.at(), heads.at(one.at()));
    }
  }

  /** A semicolon that is missing before a brace: nginx takes the brace for a part of the word. */
  private static boolean losesBrace(Diagnostic one) {
    return one.rule().equals("missing-semicolon")
        && one.at().source().text().startsWith("}", one.at().start());
  }

  /**
   * Whether a statement lacks no semicolon: it is text of another language, or the brace behind it
   * was meant to open its block.
   */
  private boolean lacksNoSemicolon(Fault fault, Set<Span> wrongBraces) {
    return fault.kind() == Fault.Kind.MISSING_SEMICOLON
        && (wrongBraces.contains(fault.nginxAt())
            || heads.name(fault.at()).filter(Foreign::isNoName).isPresent());
  }

  private boolean hasOpenBlocks() {
    return site.configuration().faults().stream()
        .anyMatch(fault -> fault.kind() == Fault.Kind.UNCLOSED_BLOCK);
  }

  /** Whether something that nginx surely refuses stands in the same statement, or in the file. */
  private boolean explains(Diagnostic sign, Set<Integer> proofs) {
    int here = heads.at(sign.at());
    return WHOLE_FILE.contains(sign.rule())
        ? !proofs.isEmpty()
        : (losesBrace(sign) && hasOpenBlocks()) || (here != Heads.NONE && proofs.contains(here));
  }
}
