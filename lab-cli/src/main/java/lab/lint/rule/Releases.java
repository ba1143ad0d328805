package lab.lint.rule;

import java.util.Optional;
import lab.nginx.grammar.Release;

/**
 * The releases of nginx that a rule is about.
 *
 * @param from the first one; empty for all from the beginning
 * @param before the first one that it is not about any more; empty for all to come
 */
public record Releases(Optional<Release> from, Optional<Release> before) {
  public static final Releases ALL = new Releases(Optional.empty(), Optional.empty());

  public static Releases before(Release first) {
    return new Releases(Optional.empty(), Optional.of(first));
  }

  public boolean include(Release release) {
    return from.map(first -> release.compareTo(first) >= 0).orElse(true)
        && before.map(end -> release.compareTo(end) < 0).orElse(true);
  }

  @Override
  public String toString() {
    var text = from.map(release -> "from " + release).orElse("");
    text += before.map(release -> (from.isPresent() ? " " : "") + "before " + release).orElse("");
    return text.isEmpty() ? "all" : text;
  }
}
