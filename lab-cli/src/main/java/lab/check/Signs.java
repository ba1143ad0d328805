package lab.check;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What judges recognise in evidence; hints and misconceptions of a stage are chosen by these. */
public final class Signs {
  public static final String NO_LIVE_UPSTREAMS = "no-live-upstreams";
  public static final String TIMED_OUT = "timed-out";
  public static final String REFUSED = "refused";
  public static final String CUT = "cut";
  public static final String UNANSWERED = "unanswered";
  public static final String LATE = "late";
  public static final String QUEUE_GROWS = "queue-grows";
  public static final String STREAM_HOLDS_SYNC = "stream-holds-sync";
  public static final String STREAM_HOLDS_POOL = "stream-holds-pool";
  public static final String POOL_FULL = "pool-full";
  public static final String CACHE_EMPTY = "cache-empty";
  public static final String STREAM_SILENT = "stream-silent";
  public static final String STREAM_CUT = "stream-cut";
  public static final String LOOP_HELD = "loop-held";
  public static final String HASH_HOLDS = "hash-holds";
  public static final String FAKED = "faked";
  public static final String NOT_PROVED = "not-proved";
  public static final String OTHER_MODE = "other-mode";
  public static final String OTHER_ROUTE = "other-route";
  public static final String SYNTAX = "syntax";
  public static final String GENERATOR_LATE = "generator-late";
  public static final String MACHINE_BUSY = "machine-busy";
  public static final String BUYS_NOTHING = "buys-nothing";
  public static final String TOO_LARGE = "too-large";
  public static final String TOO_MANY_WORKERS = "too-many-workers";
  public static final String WRONG_NUMBER = "wrong-number";
  public static final String NO_PREDICTION = "no-prediction";
  public static final String PREDICTED_LATE = "predicted-late";
  public static final String NO_RUN = "no-run";
  public static final String TO_BE_READ = "to-be-read";

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry(NO_LIVE_UPSTREAMS, "nginx had no live server left to ask"),
          Map.entry(TIMED_OUT, "nginx gave up waiting"),
          Map.entry(REFUSED, "connections were refused"),
          Map.entry(CUT, "answers were cut off"),
          Map.entry(UNANSWERED, "clients left without an answer"),
          Map.entry(LATE, "answers came too late"),
          Map.entry(QUEUE_GROWS, "the queue grew all along"),
          Map.entry(STREAM_HOLDS_SYNC, "streams held the sync workers"),
          Map.entry(STREAM_HOLDS_POOL, "streams held the threads of the pool"),
          Map.entry(POOL_FULL, "every thread of the pool was taken"),
          Map.entry(CACHE_EMPTY, "the cache was asked and never held anything"),
          Map.entry(STREAM_SILENT, "streams that were open and silent"),
          Map.entry(STREAM_CUT, "streams were cut off"),
          Map.entry(LOOP_HELD, "hashes held the event loop"),
          Map.entry(HASH_HOLDS, "hashes held every thread of their mode"),
          Map.entry(FAKED, "an answer that no application gave"),
          Map.entry(NOT_PROVED, "answers without proof"),
          Map.entry(OTHER_MODE, "answers of another mode"),
          Map.entry(OTHER_ROUTE, "answers to what nobody had asked"),
          Map.entry(SYNTAX, "a mistake in the configuration"),
          Map.entry(GENERATOR_LATE, "the load was late"),
          Map.entry(MACHINE_BUSY, "the machine was too busy"),
          Map.entry(BUYS_NOTHING, "an edit that buys nothing"),
          Map.entry(TOO_LARGE, "more slots than are needed"),
          Map.entry(TOO_MANY_WORKERS, "more workers than are needed"),
          Map.entry(WRONG_NUMBER, "an answer that is not right, or not there"),
          Map.entry(NO_PREDICTION, "no prediction on record"),
          Map.entry(PREDICTED_LATE, "a prediction after the run"),
          Map.entry(NO_RUN, "no run on record that counts"),
          Map.entry(TO_BE_READ, "points that only a person can give"));

  /** All of them: a stage may name no other. */
  public static final Set<String> ALL = WORDS.keySet();

  private Signs() {}

  /** A sign as a person is told it; empty for what is none, such as the claim of a snippet. */
  public static Optional<String> words(String sign) {
    return Optional.ofNullable(WORDS.get(sign));
  }
}
