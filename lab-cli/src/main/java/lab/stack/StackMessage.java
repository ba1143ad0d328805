package lab.stack;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What a supervisor tells the lab, one JSON object a line. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "message")
@JsonSubTypes({
  @JsonSubTypes.Type(value = StackMessage.Started.class, name = "started"),
  @JsonSubTypes.Type(value = StackMessage.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = StackMessage.Logged.class, name = "logged"),
  @JsonSubTypes.Type(value = StackMessage.Exited.class, name = "exited"),
  @JsonSubTypes.Type(value = StackMessage.AllReady.class, name = "all-ready"),
  @JsonSubTypes.Type(value = StackMessage.Warned.class, name = "warned"),
  @JsonSubTypes.Type(value = StackMessage.Refused.class, name = "refused")
})
public sealed interface StackMessage {
  /** A child was started. */
  record Started(String child) implements StackMessage {}

  /** A child takes requests. */
  record Ready(String child) implements StackMessage {}

  /** A child wrote a line. */
  record Logged(String child, String line) implements StackMessage {}

  /**
   * A child ended without having been told to.
   *
   * @param code its exit code; 128 and the signal's number when a signal ended it
   * @param lastLines what it wrote last, oldest first
   */
  record Exited(String child, int code, List<String> lastLines) implements StackMessage {}

  /** The whole stack takes requests. */
  record AllReady() implements StackMessage {}

  /** Something of the stack will be missing, though all of it goes on. */
  record Warned(String what) implements StackMessage {}

  /** The supervisor cannot begin. */
  record Refused(String why) implements StackMessage {}
}
