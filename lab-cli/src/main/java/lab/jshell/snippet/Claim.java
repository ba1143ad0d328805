package lab.jshell.snippet;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;

/** What one check wants to see. The closed set of them is all that an author of a stage can ask. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "claim")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Claim.Loads.class, name = "loads"),
  @JsonSubTypes.Type(value = Claim.Value.class, name = "value"),
  @JsonSubTypes.Type(value = Claim.Answered.class, name = "answered"),
  @JsonSubTypes.Type(value = Claim.Ended.class, name = "ended"),
  @JsonSubTypes.Type(value = Claim.AtOnce.class, name = "at-once"),
  @JsonSubTypes.Type(value = Claim.Polls.class, name = "polls"),
  @JsonSubTypes.Type(value = Claim.Turned.class, name = "turned-away"),
  @JsonSubTypes.Type(value = Claim.Threads.class, name = "threads"),
  @JsonSubTypes.Type(value = Claim.InOrder.class, name = "in-order"),
  @JsonSubTypes.Type(value = Claim.Prompt.class, name = "prompt"),
  @JsonSubTypes.Type(value = Claim.Time.class, name = "time")
})
public sealed interface Claim {
  /** The file is accepted by JShell, uses nothing that is out of bounds, and runs to its end. */
  record Loads() implements Claim {}

  /**
   * A call returns the number that a formula gives, for arguments that the lab draws anew.
   *
   * @param call Java with the arguments' names, such as {@code capacity(workers, mean)}
   * @param expect arithmetic over the same names; {@code + - * / min max} and brackets
   * @param given the smallest and largest value of each argument; whole ones when both are
   * @param samples how many draws, 1 to 100
   */
  record Value(String call, String expect, Map<String, List<String>> given, int samples)
      implements Claim {
    public Value {
      given = Map.copyOf(given);
      if (samples < 1 || samples > 100) {
        throw new IllegalArgumentException("samples must be 1 to 100");
      }
    }
  }

  /**
   * Requests were answered with the very word that the feed gave for them.
   *
   * @param least requests
   */
  record Answered(String scene, int least) implements Claim {}

  /** Every request came to an end: answered or refused. */
  record Ended(String scene) implements Claim {}

  /**
   * The largest number of polls that the feed held at one moment.
   *
   * @param least polls
   * @param most polls
   */
  record AtOnce(String scene, int least, int most) implements Claim {}

  /**
   * Polls that the feed received in all.
   *
   * @param most polls
   */
  record Polls(String scene, int most) implements Claim {}

  /**
   * Polls that the feed turned away because it held too many already.
   *
   * @param most polls
   */
  record Turned(String scene, int most) implements Claim {}

  /**
   * Threads of the operating system that the snippet added to its JVM, counted from outside.
   *
   * @param most threads
   */
  record Threads(String scene, int most) implements Claim {}

  /** The feed was polled in the order in which the requests came. */
  record InOrder(String scene) implements Claim {}

  /**
   * Requests that need no poll were answered while a poll was held.
   *
   * @param least requests
   */
  record Prompt(String scene, int least) implements Claim {}

  /**
   * The whole scene took no longer than the control did, times a factor.
   *
   * @param times 1.5 or more
   */
  record Time(String scene, double times) implements Claim {}
}
