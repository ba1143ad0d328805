package lab.check.evidence;

/**
 * A mode at its highest during a load.
 *
 * @param inFlight requests being served
 * @param queued accepted requests that waited for a slot
 * @param backlog connections that waited in the kernel
 * @param backlogAtEnd those that still did when the load ended
 * @param rssBytes resident memory of all its processes together
 * @param threads of all its processes at the end
 */
public record Peak(
    long inFlight, long queued, long backlog, long backlogAtEnd, long rssBytes, long threads) {
  /** Nothing was reported. */
  public static final Peak NONE = new Peak(0, 0, 0, 0, 0, 0);
}
