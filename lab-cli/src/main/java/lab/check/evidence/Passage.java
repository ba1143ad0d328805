package lab.check.evidence;

import java.util.List;

/**
 * One request as nginx tells it.
 *
 * @param request its nonce; empty when it came without
 * @param status sent to the client; 499 when the client had left
 * @param upstreams addresses asked, in order; none for an answer that nginx gave itself
 * @param cache HIT, MISS and so on; empty without a cache
 */
public record Passage(String request, int status, List<String> upstreams, String cache) {
  public Passage {
    upstreams = List.copyOf(upstreams);
  }
}
