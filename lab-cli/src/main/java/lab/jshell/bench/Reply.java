package lab.jshell.bench;

import java.util.List;

/**
 * The answer to one request.
 *
 * @param status such as 200; 0 when none came
 * @param millis response time in this stack's own time, milliseconds
 * @param servedBy mode/pid/thread; empty when the application did not answer
 * @param body its text, or why there is none
 */
public record Reply(int status, long millis, String servedBy, String body) {
  static Reply of(List<String> fields) {
    return new Reply(
        Integer.parseInt(fields.get(0)),
        Long.parseLong(fields.get(1)),
        fields.get(2),
        fields.get(3));
  }

  @Override
  public String toString() {
    var from = servedBy.isEmpty() ? "nobody of the application" : servedBy;
    return "%s in %d ms from %s\n%s"
        .formatted(status == 0 ? "no answer" : Integer.toString(status), millis, from, body)
        .stripTrailing();
  }
}
