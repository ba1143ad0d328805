package lab.nginx.policy;

import java.util.List;
import lab.nginx.syntax.closure.Configuration;

/**
 * What the policy says of a configuration.
 *
 * @param configuration as it was read, inside its folder only
 * @param refusals every reason not to run it; none when it may run
 */
public record Verdict(Configuration configuration, List<Refusal> refusals) {
  public Verdict {
    refusals = List.copyOf(refusals);
  }

  public boolean accepted() {
    return refusals.isEmpty();
  }
}
