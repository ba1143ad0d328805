package lab.nginx.policy;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Fault;
import lab.nginx.syntax.closure.ConfigFiles;
import lab.nginx.syntax.closure.Configuration;
import lab.nginx.syntax.parse.Limits;
import lab.problem.ProblemException;

/** Judges a stranger's configuration: everything that is not known to be harmless is refused. */
public final class Policy {
  /** nginx's own port and those of the four modes. */
  public static final Set<Integer> LAB_PORTS = Set.of(8080, 8101, 8102, 8103, 8104);

  /** What a configuration of this course can need, many times over. */
  public static final Limits LIMITS = new Limits(64 << 10, 256 << 10, 20, 8, 2_000, 40_000, 100);

  private Policy() {}

  /**
   * Judges a main file, what it includes from its own folder, and the files that it may serve.
   *
   * @param ports where it may listen, and which servers of this machine it may ask
   * @throws ProblemException when the main file cannot be read
   */
  public static Verdict judge(Path main, Set<Integer> ports) {
    var findings = new Findings();
    var configuration = judge(main, new ConfinedFiles(main), ports, findings);
    Links.check(configuration.main(), findings);
    return new Verdict(configuration, findings.list());
  }

  /**
   * Judges a main file and what it includes from wherever {@code files} reads.
   *
   * @param files what may be read: it must not reach outside of the submission
   * @throws ProblemException when the main file cannot be read
   */
  public static Verdict judge(Path main, ConfigFiles files, Set<Integer> ports) {
    var findings = new Findings();
    return new Verdict(judge(main, files, ports, findings), findings.list());
  }

  private static Configuration judge(
      Path main, ConfigFiles files, Set<Integer> ports, Findings findings) {
    var configuration = Configuration.load(main, files, LIMITS);
    configuration.files().forEach(source -> Bytes.check(source, findings));
    for (var fault : configuration.faults()) {
      findings.refuse(rule(fault), fault.at(), fault.message());
    }
    new IncludePaths(findings).check(configuration.written());
    var statements = Placed.all(configuration.directives());
    var facts = Facts.of(statements, new TreeSet<>(ports));
    Caps.check(statements, findings);
    new Totals(findings).check(statements);
    var values = new ValueRules(facts, findings);
    for (var placed : statements) {
      placed.context().ifPresent(context -> name(placed, context, findings));
      values.check(placed);
    }
    return configuration;
  }

  private static String rule(Fault fault) {
    return switch (fault.kind()) {
      case LIMIT, TOO_LONG -> "limit";
      case INCLUDE_ARGUMENTS, INCLUDE_LOOP, INCLUDE_UNREADABLE -> "include";
      case LUA_BLOCK -> "code";
      case EMPTY_STATEMENT,
          NAMELESS_BLOCK,
          MISSING_SEMICOLON,
          EXTRA_BRACE,
          UNCLOSED_BLOCK,
          UNCLOSED_QUOTE,
          TEXT_AFTER_QUOTE,
          BLOCK_IN_TABLE ->
          "syntax";
    };
  }

  private static void name(Placed placed, Context context, Findings findings) {
    var name = placed.statement().name().text();
    boolean off = placed.statement().saysFirst("off") && NameLists.mayBeOff(name, context);
    if (off || NameLists.allowed(name, context)) {
      return;
    }
    var reason =
        NameLists.refused(name)
            .map(known -> "because it " + known.reason())
            .orElse("in " + context.spoken() + ": only what the course needs is");
    var rule = NameLists.refused(name).map(NameLists.Reason::rule).orElse("not-allowed");
    findings.refuse(rule, placed.statement(), Messages.shown(name) + " is not allowed " + reason);
  }
}
