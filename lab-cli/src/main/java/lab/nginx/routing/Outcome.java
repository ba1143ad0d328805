package lab.nginx.routing;

import java.util.List;
import java.util.Optional;

/** What becomes of a request. */
public sealed interface Outcome {
  /**
   * It is proxied, and the peer answers.
   *
   * @param upstreams the address that answers; several when it is one of them, which cannot be told
   * @param uri what stands in the request line to the peer
   * @param host the Host line to the peer; empty when none is sent
   * @param method the method to the peer
   * @param status the status that nginx puts in place of the peer's own; empty when it does not
   */
  record Proxied(
      List<String> upstreams,
      String uri,
      Optional<String> host,
      String method,
      Optional<Integer> status)
      implements Outcome {
    public Proxied {
      upstreams = List.copyOf(upstreams);
    }
  }

  /** nginx sends the client elsewhere. */
  record Redirected(int status, String location) implements Outcome {}

  /** nginx answers with a text of the file. */
  record Text(int status, String body) implements Outcome {}

  /** nginx answers with a file, whose path is relative to the main file's folder if it is in it. */
  record File(int status, String path) implements Outcome {}

  /**
   * nginx answers with a status and a page of its own.
   *
   * @param refused the upstream addresses that were asked and did not answer, in order
   * @param reason why, in a few words
   */
  record Status(int status, List<String> refused, String reason) implements Outcome {
    public Status {
      refused = List.copyOf(refused);
    }
  }

  /** Nothing listens there. */
  record NoListener(String address) implements Outcome {}

  /** A static answer would be a guess. */
  record Unknown(String reason) implements Outcome {}
}
