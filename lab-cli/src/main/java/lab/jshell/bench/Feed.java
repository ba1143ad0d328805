package lab.jshell.bench;

/** The slow external service. */
public record Feed() {
  /** Takes polls and never answers. */
  public Text hang() {
    return order("hang");
  }

  /** Refuses connections. */
  public Text refuse() {
    return order("refuse");
  }

  /** Answers every poll with an error. */
  public Text fail() {
    return order("fail");
  }

  /** Answers in time, but byte by byte, one a second. */
  public Text drip() {
    return order("drip");
  }

  /** Takes a poll and closes its connection without an answer. */
  public Text cut() {
    return order("cut");
  }

  /** Says what it does now, and how many polls wait; changes nothing. */
  public Text state() {
    return order("state");
  }

  /** Is well again. */
  public Text normal() {
    return order("none");
  }

  private static Text order(String word) {
    return Text.of(Lab.ask("feed", word));
  }

  @Override
  public String toString() {
    return "the feed: hang(), refuse(), fail(), drip(), cut(), normal(), state()";
  }
}
