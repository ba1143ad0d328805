package lab.jshell.snippet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the lab's own feed and counters saw during one scene.
 *
 * @param scene its id
 * @param sent requests that the snippet took
 * @param answered requests that were answered with the feed's word for them
 * @param wrongly requests that were answered with anything else
 * @param refused requests that the snippet refused
 * @param polls that the feed received
 * @param atOnce most polls that it held at one moment
 * @param turnedAway polls that came while it held its fill
 * @param cancelled polls that the snippet gave up
 * @param inOrder whether polls came in the order of the requests
 * @param prompt title-page requests answered while a poll was held
 * @param baseThreads threads of its JVM before the snippet's code began; empty where the platform
 *     does not tell
 * @param mostThreads threads of its JVM at the most
 * @param millis from the first request to the last end, or to giving up
 * @param controlMillis what the lab's own control took for the same requests
 * @param gaveUp whether the lab stopped waiting for the snippet
 * @param servers names of the threads that answered, as the snippet's JVM gives them
 */
public record SceneEvidence(
    String scene,
    int sent,
    int answered,
    int wrongly,
    int refused,
    int polls,
    int atOnce,
    int turnedAway,
    int cancelled,
    boolean inOrder,
    int prompt,
    OptionalInt baseThreads,
    OptionalInt mostThreads,
    long millis,
    Optional<Long> controlMillis,
    boolean gaveUp,
    List<String> servers) {
  public SceneEvidence {
    servers = List.copyOf(servers);
  }

  /** Threads that the snippet added at the most; empty where the platform does not tell. */
  public OptionalInt addedThreads() {
    return baseThreads.isPresent() && mostThreads.isPresent()
        ? OptionalInt.of(Math.max(0, mostThreads.getAsInt() - baseThreads.getAsInt()))
        : OptionalInt.empty();
  }

  /** The evidence in lines, for a person who tries something. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(
        "%d of %d taken were answered with the feed's word, %d with something else, %d refused%s"
            .formatted(
                answered, sent, wrongly, refused, gaveUp ? "; then nothing more happened" : ""));
    lines.add(
        "%d polls, at most %d at once%s"
            .formatted(polls, atOnce, cancelled == 0 ? "" : ", %d given up".formatted(cancelled)));
    addedThreads()
        .ifPresent(added -> lines.add(added + " threads of the operating system were added"));
    lines.add("%d ms; answered by: %s".formatted(millis, String.join(", ", servers)));
    return lines;
  }
}
