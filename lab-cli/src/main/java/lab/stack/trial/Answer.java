package lab.stack.trial;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came back for one request.
 *
 * @param status the HTTP status; 0 when the connection was closed without an answer
 * @param headers by name in lower case; of several of a name, the last
 * @param body one {@code char} a byte
 */
public record Answer(int status, Map<String, String> headers, String body) {
  static final Answer NONE = new Answer(0, Map.of(), "");

  public Answer {
    headers = Map.copyOf(headers);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
