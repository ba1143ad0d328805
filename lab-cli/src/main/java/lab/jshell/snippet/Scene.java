package lab.jshell.snippet;

import java.util.OptionalInt;

/**
 * One thing that the lab does with what a snippet defines.
 *
 * @param id named by the checks
 * @param call Java that uses {@code scene}, such as {@code serve(scene.requests(), scene.feed())}
 * @param requests that the lab sends, 1 to 2000
 * @param feed how the feed behaves
 * @param promptRequests further requests, for the title page, each sent while a poll is held
 * @param controlWidth how many requests the lab's own control serves at once; empty for no control
 * @param limits what the call may use as its own limits
 */
public record Scene(
    String id,
    String call,
    int requests,
    FeedPlan feed,
    int promptRequests,
    OptionalInt controlWidth,
    SceneLimits limits) {
  private static final int MOST_REQUESTS = 2000;

  public Scene {
    if (requests < 1 || requests > MOST_REQUESTS) {
      throw new IllegalArgumentException(
          "scene %s: requests must be 1 to %d".formatted(id, MOST_REQUESTS));
    }
  }

  /**
   * Numbers that a scene hands to the snippet.
   *
   * @param bulkhead polls at once that the snippet may have
   * @param timeoutBeats beats after which the snippet shall give a poll up
   * @param retries further polls that it may spend in the whole scene
   */
  public record SceneLimits(int bulkhead, int timeoutBeats, int retries) {
    public static final SceneLimits NONE = new SceneLimits(0, 0, 0);
  }
}
