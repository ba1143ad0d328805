package lab.nginx.generate;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lab.nginx.grammar.DefinedVariable;

/** Refuses a file that says itself what the trace asks nginx for. */
final class TraceGuard {
  private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");

  private final Draft draft;
  private final Set<String> traced;

  /**
   * @param format the log format of the trace
   */
  TraceGuard(Draft draft, String format) {
    this.draft = draft;
    this.traced =
        VARIABLE
            .matcher(format)
            .results()
            .map((MatchResult variable) -> variable.group(1))
            .collect(Collectors.toSet());
  }

  void apply() {
    for (var placed : draft.statements()) {
      for (var defined : DefinedVariable.in(placed)) {
        if (traced.contains(defined.name())) {
          draft
              .refusals()
              .add(
                  defined.at().span(),
                  "the lab tells its requests apart by $"
                      + defined.name()
                      + ", and here it would hold what this file says",
                  "give the variable another name");
        }
      }
    }
  }
}
