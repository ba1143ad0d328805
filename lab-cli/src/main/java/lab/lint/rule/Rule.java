package lab.lint.rule;

import java.util.Locale;
import java.util.stream.Stream;
import lab.lint.site.Site;

/**
 * One thing that the lab knows about configurations.
 *
 * <p>The class's name is the rule's id, its page's name and its fixtures' folder: {@code
 * StreamBuffered} is {@code stream-buffered}.
 */
public interface Rule {
  Severity severity();

  /** What to do about it, in one line and without a full stop. */
  String advice();

  /** Every place where it holds; a rule reads and does nothing else. */
  Stream<Hit> check(Site site);

  default Releases releases() {
    return Releases.ALL;
  }

  default String id() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=.)([A-Z]|(?<!\\d)\\d)", "-$1")
        .toLowerCase(Locale.ROOT);
  }
}
