package lab.jshell.service;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import lab.stack.trial.Answer;
import lab.stack.trial.Wire;

/** One request, sent once and never again. */
final class OnePage {
  private static final int MOST_LETTERS = 2000;
  private static final String LOOPBACK = "127.0.0.1";

  private OnePage() {}

  /** Status, milliseconds, who served it, and the body. */
  static List<String> get(int port, String path) throws IOException {
    if (!path.matches("/[\\x21-\\x7e]*")) {
      throw new IllegalArgumentException("a path starts with / and has no blanks: " + path);
    }
    long from = System.nanoTime();
    try {
      var answer = Wire.send(LOOPBACK, port, "GET", path, Optional.of("localhost"));
      long millis = (System.nanoTime() - from) / 1_000_000;
      return answer
          .map(got -> fields(got, millis))
          .orElse(List.of("0", Long.toString(millis), "", "nobody listens on port " + port));
    } catch (SocketTimeoutException e) {
      long millis = (System.nanoTime() - from) / 1_000_000;
      return List.of("0", Long.toString(millis), "", "nothing came for " + millis / 1000 + " s");
    }
  }

  private static List<String> fields(Answer answer, long millis) {
    var body = plain(answer);
    return List.of(
        Integer.toString(answer.status()),
        Long.toString(millis),
        answer.header("X-Served-By").orElse(""),
        body.length() > MOST_LETTERS ? body.substring(0, MOST_LETTERS) + "..." : body);
  }

  /** The body without the lengths of its chunks. */
  private static String plain(Answer answer) {
    if (answer.header("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isEmpty()) {
      return answer.body().strip();
    }
    var plain = new StringBuilder();
    var rest = answer.body();
    while (rest.contains("\r\n")) {
      int end = rest.indexOf("\r\n");
      int length = Integer.parseInt(rest.substring(0, end).split(";", 2)[0].strip(), 16);
      if (length == 0 || end + 2 + length > rest.length()) {
        break;
      }
      plain.append(rest, end + 2, end + 2 + length);
      rest = rest.substring(Math.min(rest.length(), end + 4 + length));
    }
    return plain.toString().strip();
  }
}
