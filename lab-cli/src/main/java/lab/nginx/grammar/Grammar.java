package lab.nginx.grammar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lab.nginx.syntax.Directive;

/** nginx's own directives, by name. */
public final class Grammar {
  private static final Grammar STOCK = read();

  private final Map<String, List<DirectiveRule>> rules;

  private Grammar(List<DirectiveRule> rules) {
    this.rules =
        rules.stream()
            .collect(Collectors.groupingBy(DirectiveRule::name, TreeMap::new, Collectors.toList()));
  }

  /** The stock nginx, 1.22.1 to 1.31.4, as the distributions build it. */
  public static Grammar stock() {
    return STOCK;
  }

  public Set<String> names() {
    return rules.keySet();
  }

  /** The rows of a name; none for a directive that nginx does not know. */
  public List<DirectiveRule> rules(String name) {
    return rules.getOrDefault(name, List.of());
  }

  /** The row that holds for a name in a context. */
  public Optional<DirectiveRule> rule(String name, Context context) {
    return rules(name).stream().filter(rule -> rule.contexts().contains(context)).findFirst();
  }

  /** What nginx has against a statement's name, place, braces or number of arguments. */
  public Optional<Misuse> judge(Directive statement, Context context, Release release) {
    var known = rules(statement.name().text()).stream().filter(rule -> rule.in(release)).toList();
    var name = statement.name().text();
    if (known.isEmpty()) {
      return Optional.of(new Misuse.Unknown(name));
    }
    var fitting = known.stream().filter(rule -> rule.contexts().contains(context)).findFirst();
    if (fitting.isEmpty()) {
      var allowed = EnumSet.noneOf(Context.class);
      known.forEach(rule -> allowed.addAll(rule.contexts()));
      return Optional.of(new Misuse.WrongContext(name, context, allowed));
    }
    var rule = fitting.get();
    if (rule.block() != statement.block().isPresent()) {
      return Optional.of(
          rule.block() ? new Misuse.BlockMissing(name) : new Misuse.BlockNotAllowed(name));
    }
    int given = statement.args().size();
    return rule.arguments().accepts(given)
        ? Optional.empty()
        : Optional.of(new Misuse.WrongCount(name, rule.arguments(), given));
  }

  private static Grammar read() {
    try (var in = Grammar.class.getResourceAsStream("directives.tsv")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
      return new Grammar(
          text.lines().filter(line -> !line.startsWith("#")).map(Grammar::row).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DirectiveRule row(String line) {
    var cell = line.split("\t", -1);
    return new DirectiveRule(
        cell[0],
        contexts(cell[1]),
        ArgumentCount.parse(cell[2]),
        cell[3].equals("block"),
        Value.parse(cell[4]),
        cell[5].equals("once"),
        release(cell[6]),
        release(cell[7]));
  }

  private static Set<Context> contexts(String cell) {
    return cell.equals("any")
        ? EnumSet.allOf(Context.class)
        : Arrays.stream(cell.split(",", -1))
            .map(name -> Context.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet());
  }

  private static Optional<Release> release(String cell) {
    return cell.equals("-") ? Optional.empty() : Optional.of(Release.parse(cell));
  }
}
