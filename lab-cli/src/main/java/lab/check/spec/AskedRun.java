package lab.check.spec;

/**
 * A run of traffic that a stage asks for.
 *
 * @param scenario such as {@code incident}
 * @param upstream the one that all locations go to, or {@link #AS_IS}
 * @param blockingFeed whether it is made with the blocking handler on async's loop
 */
public record AskedRun(String scenario, String upstream, boolean blockingFeed) {
  /** The upstream of a run whose nginx.conf is played as it is. */
  public static final String AS_IS = "as-is";

  /** What makes it. */
  public String command() {
    return "lab run "
        + scenario
        + (upstream.equals(AS_IS) ? "" : " --upstream " + upstream)
        + (blockingFeed ? " --blocking-feed" : "");
  }

  /** Whether a run of these is one. Where the blocking handler is not asked for, either may do. */
  public boolean isMadeBy(String ranScenario, String ranUpstream, boolean ranBlockingFeed) {
    return scenario.equals(ranScenario)
        && upstream.equals(ranUpstream)
        && (ranBlockingFeed || !blockingFeed);
  }
}
