package lab.lint.mistake.grammar;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lab.lint.rule.Spelling;
import lab.nginx.grammar.Context;
import lab.nginx.grammar.Grammar;
import lab.nginx.grammar.Release;
import lab.nginx.syntax.Directive;
import lab.nginx.syntax.Span;
import lab.nginx.syntax.Word;
import lab.problem.Nearest;

/** The directive that a person meant by a name that nginx does not take where it stands. */
final class Meant {
  private final Release release;
  private final Set<String> searched = new HashSet<>();
  private final Spelling everywhere = new Spelling(Grammar.stock().names());
  private final Map<Context, List<String>> names = new EnumMap<>(Context.class);
  private final Map<Context, Map<String, List<String>>> endings = new EnumMap<>(Context.class);
  private final Map<Context, Spelling> spellings = new EnumMap<>(Context.class);

  Meant(Release release) {
    this.release = release;
  }

  /**
   * A name that was typed as two words.
   *
   * @param name the one name
   * @param at both words
   */
  record Joined(String name, Span at) {}

  /** The first two words as one name with an underscore, where nginx knows that. */
  static Optional<Joined> joined(Directive statement) {
    if (statement.args().isEmpty()) {
      return Optional.empty();
    }
    var first = statement.name().span();
    var second = statement.args().getFirst().span();
    var name = statement.name().text() + "_" + statement.args().getFirst().text();
    return Grammar.stock().names().contains(name) && first.line() == second.line()
        ? Optional.of(new Joined(name, new Span(first.source(), first.start(), second.end())))
        : Optional.empty();
  }

  /** The directive that a misspelt name stands for, best one that may stand here. */
  Optional<String> instead(Word misspelt, Context here) {
    var lower = misspelt.text().toLowerCase(Locale.ROOT);
    return Optional.of(lower)
        .filter(Grammar.stock().names()::contains)
        .or(() -> withBeginning(lower, here))
        .or(() -> nearest(misspelt.text(), here).filter(near -> alike(lower, near)))
        .or(() -> nearest(misspelt.text()).filter(near -> alike(lower, near)));
  }

  private Optional<String> nearest(String misspelt, Context here) {
    return isWorthASearch(misspelt) ? spelling(here).nearest(misspelt) : Optional.empty();
  }

  private Optional<String> nearest(String misspelt) {
    return isWorthASearch(misspelt) ? everywhere.nearest(misspelt) : Optional.empty();
  }

  /** Each name is looked for here and everywhere, but only so many names are, in whatever block. */
  private boolean isWorthASearch(String misspelt) {
    if (searched.size() < Spelling.SEARCHES) {
      searched.add(misspelt);
    }
    return searched.contains(misspelt);
  }

  boolean mayStand(String name, Context here) {
    return Grammar.stock().rules(name).stream()
        .anyMatch(rule -> rule.in(release) && rule.contexts().contains(here));
  }

  /** The blocks that a directive may stand in, as a person would say it. */
  String places(String name) {
    return Grammar.stock().rules(name).stream()
        .filter(rule -> rule.in(release))
        .flatMap(rule -> rule.contexts().stream())
        .distinct()
        .sorted()
        .map(Context::spoken)
        .collect(Collectors.joining(", "));
  }

  /** A name whose beginning was left out: that of proxying, or the only one that there is. */
  private Optional<String> withBeginning(String end, Context here) {
    if (mayStand("proxy_" + end, here)) {
      return Optional.of("proxy_" + end);
    }
    var ending = endings(here).getOrDefault(end, List.of());
    return ending.size() == 1 ? Optional.of(ending.getFirst()) : Optional.empty();
  }

  /** Whether two names are near each other without the words that they begin with alike. */
  private static boolean alike(String misspelt, String known) {
    int same = 0;
    for (int at = 0; at < Math.min(misspelt.length(), known.length()); at++) {
      if (misspelt.charAt(at) != known.charAt(at)) {
        break;
      }
      same = known.charAt(at) == '_' ? at + 1 : same;
    }
    return Nearest.of(misspelt.substring(same), List.of(known.substring(same))).isPresent();
  }

  private Spelling spelling(Context here) {
    return spellings.computeIfAbsent(here, context -> new Spelling(names(context)));
  }

  /** The names that may stand here, by what follows each of their underscores. */
  private Map<String, List<String>> endings(Context here) {
    return endings.computeIfAbsent(
        here,
        context -> {
          var named = new HashMap<String, List<String>>();
          for (var name : names(context)) {
            for (int at = name.indexOf('_'); at >= 0; at = name.indexOf('_', at + 1)) {
              named.computeIfAbsent(name.substring(at + 1), _ -> new ArrayList<>()).add(name);
            }
          }
          return named;
        });
  }

  private List<String> names(Context here) {
    return names.computeIfAbsent(
        here,
        context ->
            Grammar.stock().names().stream().filter(name -> mayStand(name, context)).toList());
  }
}
