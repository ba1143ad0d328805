package server.events;

/** How the service of a request ended. */
public enum Outcome {
  /** The answer was handed to the connection; whether anyone read it is not known here. */
  OK("ok"),
  /** The client was seen to have left. */
  LEFT("left"),
  /** The feed or the handler failed. */
  FAILED("failed");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  /** The word on the channel. */
  public String word() {
    return word;
  }
}
