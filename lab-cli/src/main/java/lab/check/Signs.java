package lab.check;

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
  public static final String STREAM_SILENT = "stream-silent";
  public static final String STREAM_CUT = "stream-cut";
  public static final String LOOP_HELD = "loop-held";
  public static final String HASH_HOLDS = "hash-holds";
  public static final String FAKED = "faked";
  public static final String NOT_PROVED = "not-proved";
  public static final String SYNTAX = "syntax";
  public static final String GENERATOR_LATE = "generator-late";
  public static final String MACHINE_BUSY = "machine-busy";
  public static final String BUYS_NOTHING = "buys-nothing";
  public static final String TOO_LARGE = "too-large";
  public static final String TOO_SMALL = "too-small";
  public static final String WRONG_NUMBER = "wrong-number";
  public static final String NO_PREDICTION = "no-prediction";
  public static final String PREDICTED_LATE = "predicted-late";
  public static final String NO_RUN = "no-run";
  public static final String TO_BE_READ = "to-be-read";

  /** All of them: a stage may name no other. */
  public static final Set<String> ALL =
      Set.of(
          NO_LIVE_UPSTREAMS,
          TIMED_OUT,
          REFUSED,
          CUT,
          UNANSWERED,
          LATE,
          QUEUE_GROWS,
          STREAM_HOLDS_SYNC,
          STREAM_HOLDS_POOL,
          POOL_FULL,
          STREAM_SILENT,
          STREAM_CUT,
          LOOP_HELD,
          HASH_HOLDS,
          FAKED,
          NOT_PROVED,
          SYNTAX,
          GENERATOR_LATE,
          MACHINE_BUSY,
          BUYS_NOTHING,
          TOO_LARGE,
          TOO_SMALL,
          WRONG_NUMBER,
          NO_PREDICTION,
          PREDICTED_LATE,
          NO_RUN,
          TO_BE_READ);

  private Signs() {}
}
