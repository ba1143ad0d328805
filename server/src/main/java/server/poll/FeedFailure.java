package server.poll;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;

/** A poll that the feed did not answer with an update. */
public final class FeedFailure extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason one clause, without quotes, as it is shown to the client
   */
  public FeedFailure(String reason) {
    super(reason);
  }

  /** The failure of a connection, in our words. */
  public static FeedFailure of(IOException cause) {
    return switch (cause) {
      case FeedFailure failure -> failure;
      case ConnectException _ -> new FeedFailure("the feed refused the connection");
      case UnknownHostException _ -> new FeedFailure("the feed has no address");
      default -> new FeedFailure("the feed closed the connection without an answer");
    };
  }

  /** The failure of an answer that is no update. */
  public static FeedFailure ofStatus(int status) {
    return new FeedFailure("the feed answered " + status);
  }

  /** The reason as one JSON object. */
  public String json() {
    return "{\"error\":\"" + getMessage() + "\"}";
  }
}
