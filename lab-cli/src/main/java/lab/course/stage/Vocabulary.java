package lab.course.stage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lab.check.spec.AskedRun;
import lab.stack.Program;

/** The words that a stage may use for what other packages run. */
public final class Vocabulary {
  /** Scenarios of {@code lab run} with the lanes of their traffic. */
  public static final Map<String, Set<String>> SCENARIOS =
      Map.of(
          "check-feed", Set.of("check"),
          "stream-feed", Set.of("stream", "probe"),
          "incident", Set.of("check", "stream", "hash", "probe"),
          "hash", Set.of("hash", "probe"));

  /** The worker models. */
  public static final Set<String> MODES =
      Set.of(
          Program.SYNC.label(),
          Program.POOLED.label(),
          Program.ASYNC.label(),
          Program.VIRTUAL.label());

  /** What a run may have been played against: a mode, or nginx.conf as it is. */
  public static final Set<String> UPSTREAMS =
      Set.of(
          AskedRun.AS_IS,
          Program.SYNC.label(),
          Program.POOLED.label(),
          Program.ASYNC.label(),
          Program.VIRTUAL.label());

  /** What the feed can be told. */
  public static final Set<String> FAULTS = Set.of("hang", "refuse", "fail", "drip", "cut", "none");

  /** The routes of the application. */
  public static final Set<String> ROUTES = Set.of("/", "/hash_me", "/check_feed", "/stream_feed");

  /** The parts of a write-up. */
  public static final Set<String> SECTIONS = Set.of("causes", "models", "routing");

  /** Kinds of checks, in the order of the reference. */
  public static final List<String> KINDS =
      List.of(
          "nginx-loads",
          "prediction",
          "run-recorded",
          "answer",
          "findings",
          "snippet",
          "traffic",
          "served-by",
          "causality",
          "capacity-plan");

  private Vocabulary() {}
}
