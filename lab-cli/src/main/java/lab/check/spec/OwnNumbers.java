package lab.check.spec;

import java.util.Map;
import java.util.TreeMap;

/**
 * A learner's own incident, as far as {@code lab run} can be told another.
 *
 * @param checksPerSecond polls of {@code /check_feed} a second, in real time
 * @param streams clients of {@code /stream_feed}
 * @param hashesPerSecond requests to {@code /hash_me} a second where nothing else is sent
 * @param syncWorkers processes of sync, as shipped
 * @param poolThreads threads of pooled, as shipped
 */
public record OwnNumbers(
    int checksPerSecond, int streams, int hashesPerSecond, int syncWorkers, int poolThreads) {

  /**
   * What a load of a scenario sends over each lane that {@code lab run} has an option for; nothing
   * for a scenario that is not known.
   *
   * @param seconds its length, in real time
   */
  public Map<String, Double> sent(String scenario, double seconds) {
    var sent = new TreeMap<String, Double>();
    switch (scenario) {
      case "check-feed" -> sent.put("check", checksPerSecond * seconds);
      case "stream-feed" -> sent.put("stream", (double) streams);
      case "incident" -> {
        sent.put("check", checksPerSecond * seconds);
        sent.put("stream", (double) streams);
      }
      case "hash" -> sent.put("hash", hashesPerSecond * seconds);
      default -> {
        // none of ours
      }
    }
    return sent;
  }

  /** The options of {@code lab run} that say these numbers of a scenario. */
  public String options(String scenario) {
    return switch (scenario) {
      case "check-feed" -> " --rate " + checksPerSecond;
      case "stream-feed" -> " --conns " + streams;
      case "incident" -> " --rate " + checksPerSecond + " --conns " + streams;
      case "hash" -> " --rate " + hashesPerSecond;
      default -> "";
    };
  }
}
