package lab.check.spec;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lab.check.Signs;

/**
 * How a claim is judged. All times and rates are real time: the speed is applied when traffic is
 * made.
 */
public sealed interface CheckKind {
  /** Whether it is judged without starting anything that takes longer than a moment. */
  default boolean fast() {
    return switch (this) {
      case NginxLoads _, Prediction _, RunRecorded _, Answer _, Findings _, NotInThisVersion _ ->
          true;
      case Snippet _, Traffic _, ServedBy _, Causality _, CapacityPlan _ -> false;
    };
  }

  /** Whether it judges what the learner's files hold, and not only what is on record. */
  default boolean looksAtFiles() {
    return switch (this) {
      case NginxLoads _,
          Answer _,
          Findings _,
          Snippet _,
          Traffic _,
          ServedBy _,
          Causality _,
          CapacityPlan _ ->
          true;
      case Prediction _, RunRecorded _, NotInThisVersion _ -> false;
    };
  }

  /** Id of the load that it looks at; empty when it needs no traffic. */
  default Optional<String> load() {
    return switch (this) {
      case Traffic traffic -> Optional.of(traffic.of());
      case ServedBy served -> Optional.of(served.of());
      case Causality causality -> Optional.of(causality.of());
      case CapacityPlan plan -> Optional.of(plan.of());
      case NginxLoads _,
          Prediction _,
          RunRecorded _,
          Answer _,
          Findings _,
          Snippet _,
          NotInThisVersion _ ->
          Optional.empty();
    };
  }

  /** Whether it judges traffic: of its own, or that of a run on record. */
  default boolean looksAtTraffic() {
    return load().isPresent() || this instanceof RunRecorded;
  }

  /**
   * The signs that a judge of this kind can give. A snippet also gives the id of a claim that does
   * not hold; any check can run out of its time, and for traffic nginx must take the files.
   */
  default Set<String> signs() {
    var signs = new HashSet<>(Set.of(Signs.MACHINE_BUSY));
    load().ifPresent(_ -> signs.add(Signs.SYNTAX));
    switch (this) {
      case NginxLoads _ -> signs.add(Signs.SYNTAX);
      case Prediction prediction -> {
        signs.add(Signs.NO_PREDICTION);
        prediction.before().ifPresent(_ -> signs.add(Signs.PREDICTED_LATE));
      }
      case RunRecorded _ -> signs.add(Signs.NO_RUN);
      case Answer _ -> signs.add(Signs.WRONG_NUMBER);
      case Findings _ -> signs.add(Signs.TO_BE_READ);
      case Traffic traffic -> signs.addAll(traffic.signsOfLoad());
      case ServedBy(_, _, _, var modes) -> {
        signs.addAll(Set.of(Signs.FAKED, Signs.NOT_PROVED, Signs.OTHER_ROUTE));
        if (!modes.isEmpty()) {
          signs.add(Signs.OTHER_MODE);
        }
      }
      case Causality _ -> signs.add(Signs.BUYS_NOTHING);
      case CapacityPlan _ -> signs.addAll(Set.of(Signs.TOO_LARGE, Signs.TOO_MANY_WORKERS));
      case Snippet _, NotInThisVersion _ -> {
        // none of the lab's own
      }
    }
    return Set.copyOf(signs);
  }

  /** nginx accepts the learner's file. */
  record NginxLoads() implements CheckKind {}

  /**
   * A prediction is on record.
   *
   * @param prediction its id
   * @param before the run that it must come before the first of; empty for any time
   */
  record Prediction(String prediction, Optional<AskedRun> before) implements CheckKind {}

  /**
   * Runs of a scenario are on record, one for each upstream.
   *
   * @param upstreams {@code as-is} or a mode; each is needed
   * @param minSeconds the shortest load that counts, in real time
   * @param blockingFeed whether the runs are to be made with the blocking handler on async's loop
   * @param shows what a run must show to count
   */
  record RunRecorded(
      String scenario,
      List<String> upstreams,
      double minSeconds,
      boolean blockingFeed,
      Optional<Shows> shows)
      implements CheckKind {
    public RunRecorded {
      upstreams = List.copyOf(upstreams);
    }

    /** The runs that are needed, in the order of the upstreams. */
    public List<AskedRun> asked() {
      return upstreams.stream()
          .map(upstream -> new AskedRun(scenario, upstream, blockingFeed))
          .toList();
    }

    /** What makes such a run. */
    public String command(String upstream) {
      return new AskedRun(scenario, upstream, blockingFeed).command();
    }

    /**
     * What a lane of a run must show.
     *
     * @param failedShare at least this share was not answered with 2xx; 0 to 1
     * @param okShare at least this share was; 0 to 1
     */
    public record Shows(String lane, Optional<Double> failedShare, Optional<Double> okShare) {}
  }

  /** A question of the stage is answered. */
  record Answer(String question) implements CheckKind {}

  /**
   * A section of the write-up earns enough.
   *
   * @param section causes, models or routing
   * @param rubric file in the stage's folder
   */
  record Findings(String section, String rubric) implements CheckKind {}

  /**
   * A snippet does what it must.
   *
   * @param file the learner's, in the stage's folder
   * @param spec the hidden checks, in the stage's folder
   */
  record Snippet(String file, String spec) implements CheckKind {}

  /**
   * A lane of a load keeps its SLO.
   *
   * @param of id of the load
   * @param window the part of the load that counts; empty for all of it
   */
  record Traffic(String of, String lane, Optional<Window> window, Slo slo) implements CheckKind {
    private static final Set<String> OF_ANY =
        Set.of(
            Signs.NO_LIVE_UPSTREAMS,
            Signs.TIMED_OUT,
            Signs.REFUSED,
            Signs.CUT,
            Signs.UNANSWERED,
            Signs.QUEUE_GROWS,
            Signs.STREAM_HOLDS_SYNC,
            Signs.STREAM_HOLDS_POOL,
            Signs.POOL_FULL,
            Signs.CACHE_EMPTY,
            Signs.STREAM_SILENT,
            Signs.STREAM_CUT,
            Signs.GENERATOR_LATE);

    private Set<String> signsOfLoad() {
      var signs = new HashSet<>(OF_ANY);
      if (slo.tailRatio().isPresent() || slo.withinSeconds().isPresent()) {
        signs.add(Signs.LATE);
      }
      if (slo.heldShare().isPresent()) {
        signs.addAll(Set.of(Signs.LOOP_HELD, Signs.HASH_HOLDS));
      }
      return signs;
    }
  }

  /**
   * A part of a load.
   *
   * @param fromSeconds from the start of the load
   * @param toSeconds after {@code fromSeconds}
   */
  record Window(double fromSeconds, double toSeconds) {
    public Window {
      if (!(fromSeconds >= 0) || !(toSeconds > fromSeconds)) {
        throw new IllegalArgumentException("a window begins at 0 or later and ends after that");
      }
    }
  }

  /**
   * Every answer was given by the application: nonce, nginx's log and the server's own account
   * agree.
   *
   * @param of id of the load
   * @param freshnessSeconds how old an answer from a cache may be before the next one is asked for
   * @param modes which modes may answer; empty for any
   */
  record ServedBy(String of, List<String> routes, double freshnessSeconds, List<String> modes)
      implements CheckKind {
    public ServedBy {
      routes = List.copyOf(routes);
      modes = List.copyOf(modes);
    }

    /**
     * How old an answer from a cache may be at most, in real time: a cache may give out what it has
     * for as long as the next answer is on its way, which is one poll of the feed.
     *
     * @param longestPollSeconds the slowest answer of the feed
     */
    public double oldestSeconds(double longestPollSeconds) {
      return freshnessSeconds + longestPollSeconds;
    }
  }

  /** Each route gets its shipped block back, alone: what did the edit buy? */
  record Causality(String of, List<String> routes) implements CheckKind {
    public Causality {
      routes = List.copyOf(routes);
    }
  }

  /**
   * The configuration keeps the SLOs and is hardly larger than the smallest that does.
   *
   * @param of id of the load
   * @param slack how much larger it may be, as a share; 0.2 is a fifth
   * @param workerMb memory of a worker process, in MB
   * @param threadMb memory of a pool thread, in MB
   */
  record CapacityPlan(String of, double slack, double workerMb, double threadMb)
      implements CheckKind {}

  /** A kind that a later version of the lab judges: skipped, never passed. */
  record NotInThisVersion(String name) implements CheckKind {}
}
