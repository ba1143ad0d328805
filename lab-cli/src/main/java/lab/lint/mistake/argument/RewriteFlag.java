package lab.lint.mistake.argument;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lab.nginx.syntax.Directive;

/** Flags of a rewrite as other servers write them, such as {@code [R=301,L]}. */
final class RewriteFlag {
  private static final Set<String> PERMANENT = Set.of("R=301", "301", "R=PERMANENT");
  private static final Set<String> REDIRECT = Set.of("R", "R=302", "302", "R=TEMP");

  /** nginx adds the query by itself, so that QSA asks for nothing more. */
  private static final Set<String> LAST = Set.of("L", "QSA");

  private RewriteFlag() {}

  /** What a flag is in nginx; empty where it has none, or may mean something else. */
  static Optional<String> meant(Directive statement, int at) {
    if (!statement.is("rewrite") || at != 2 || statement.args().size() != 3) {
      return Optional.empty();
    }
    var text = statement.args().get(at).text().toUpperCase(Locale.ROOT);
    var flags = List.of(text.replaceAll("^\\[|\\]$", "").split(",", -1));
    if (flags.stream().anyMatch(PERMANENT::contains)) {
      return all(flags, PERMANENT, "permanent");
    }
    return flags.stream().anyMatch(REDIRECT::contains)
        ? all(flags, REDIRECT, "redirect")
        : all(flags, Set.of(), "last");
  }

  private static Optional<String> all(List<String> flags, Set<String> kind, String meant) {
    return flags.stream().allMatch(flag -> kind.contains(flag) || LAST.contains(flag))
        ? Optional.of(meant)
        : Optional.empty();
  }
}
