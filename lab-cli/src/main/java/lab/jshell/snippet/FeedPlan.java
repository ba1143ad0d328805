package lab.jshell.snippet;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How the feed behaves in a scene. A beat is the unit of time that the machine's speed gives. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = FeedPlan.Hold.class, name = "hold"),
  @JsonSubTypes.Type(value = FeedPlan.Steady.class, name = "steady"),
  @JsonSubTypes.Type(value = FeedPlan.Hang.class, name = "hang"),
  @JsonSubTypes.Type(value = FeedPlan.Guarded.class, name = "guarded"),
  @JsonSubTypes.Type(value = FeedPlan.Flaky.class, name = "flaky")
})
public sealed interface FeedPlan {
  /**
   * Answers nobody until so many polls wait at once, then, after a beat, all of them; gives up
   * waiting for more when none has come for a long time.
   *
   * @param until polls; fewer when fewer requests are left
   */
  record Hold(int until) implements FeedPlan {}

  /**
   * Answers each poll after so many beats.
   *
   * @param beats 1 or more
   */
  record Steady(int beats) implements FeedPlan {}

  /** Takes polls and never answers. */
  record Hang() implements FeedPlan {}

  /**
   * Answers each poll after a beat, but turns away, as failed, whoever comes while it holds its
   * fill.
   *
   * @param permits polls that it holds at most
   * @param failEvery each so-manieth poll that it took fails after its beat; 0 for none
   */
  record Guarded(int permits, int failEvery) implements FeedPlan {}

  /**
   * Fails the first polls of every request, then answers after a beat.
   *
   * @param failures polls that fail for each request
   */
  record Flaky(int failures) implements FeedPlan {}
}
