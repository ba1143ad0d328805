package lab.nginx.grammar;

import java.util.Optional;
import java.util.Set;

/**
 * One row of nginx's table of directives; a name may have several rows, for different contexts.
 *
 * @param name the directive
 * @param contexts where it may stand
 * @param arguments how many words follow the name
 * @param block whether it takes a block; it must then, and must not otherwise
 * @param value what its argument is
 * @param once whether nginx refuses it twice in one block
 * @param since the first release that has it; empty when 1.22.1 had it already
 * @param until the first release that no longer has it; empty when it is still there
 */
public record DirectiveRule(
    String name,
    Set<Context> contexts,
    ArgumentCount arguments,
    boolean block,
    Value value,
    boolean once,
    Optional<Release> since,
    Optional<Release> until) {
  public DirectiveRule {
    contexts = Set.copyOf(contexts);
  }

  /** Whether a release of nginx has this directive. */
  public boolean in(Release release) {
    return since.stream().allMatch(first -> release.compareTo(first) >= 0)
        && until.stream().allMatch(end -> release.compareTo(end) < 0);
  }
}
