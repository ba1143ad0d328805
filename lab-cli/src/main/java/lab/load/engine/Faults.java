package lab.load.engine;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.util.Optional;
import lab.load.sample.Cause;
import lab.load.sample.Phase;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Reads a cause out of what the socket or the parser threw. */
final class Faults {
  private Faults() {}

  static Cause causeOf(Phase phase, Exception thrown) {
    return switch (thrown) {
      case HttpException _, MessageConstraintException _ -> Cause.NOT_HTTP;
      case NoHttpResponseException _ -> Cause.CLOSED;
      case MalformedChunkCodingException _ -> Cause.CUT_CHUNKED;
      case ConnectionClosedException _ ->
          switch (phase) {
            case CONNECT, SEND, HEAD -> Cause.CLOSED;
            case BODY -> words(thrown).contains("chunk") ? Cause.CUT_CHUNKED : Cause.CUT_BY_LENGTH;
          };
      case SocketException _ when exhausted(words(thrown)) -> Cause.RESOURCES;
      case ConnectException _ when words(thrown).contains("timed out") -> Cause.SILENCE;
      case ConnectException _, NoRouteToHostException _ -> Cause.REFUSED;
      case SocketException _ when isReset(words(thrown)) -> Cause.RESET;
      case IOException _ -> Cause.OTHER;
      default -> Cause.OTHER;
    };
  }

  static String words(Exception thrown) {
    return Optional.ofNullable(thrown.getMessage()).orElse(thrown.getClass().getSimpleName());
  }

  private static boolean exhausted(String words) {
    return words.contains("Too many open files")
        || words.contains("Cannot assign requested address")
        || words.contains("No buffer space");
  }

  private static boolean isReset(String words) {
    return words.contains("reset") || words.contains("Broken pipe");
  }
}
