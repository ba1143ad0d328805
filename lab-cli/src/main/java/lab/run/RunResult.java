package lab.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.load.sample.Summary;
import lab.problem.Problem;
import lab.run.Gauges.ModeGauge;
import lab.run.nginx.NginxReasons.Reason;
import lab.stack.Program;

/**
 * What {@code run.json} holds: settings, summaries and marks of one run. The raw samples, events
 * and logs lie beside it.
 *
 * @param schema name and version of this form
 * @param id such as {@code r-0042}
 * @param scenario the traffic, by its word
 * @param started the moment that all nanoseconds of the samples count from
 * @param nonce the stack's own, that came back in every answer
 * @param settings what was asked for, in real time
 * @param machine what it ran on
 * @param lanes one summary a lane, lag and validity of the generator
 * @param reasons nginx's own reasons for its errors, by route
 * @param servedBy answers by route and by mode that gave them
 * @param modes state of each mode, with its high-water marks up to the end of the load
 * @param recovery how long the outage outlasted the load
 * @param ranOut one sentence: what ran out
 * @param crowded whether what failed may be the doing of other programs on the machine
 * @param complete false when Ctrl-C, or the loss of a part of the stack, cut the run short
 * @param loss what of the stack ended before the load had; empty when nothing did, and in runs from
 *     before this was watched
 */
public record RunResult(
    String schema,
    String id,
    String scenario,
    Instant started,
    String nonce,
    RunSettings settings,
    RunMachine machine,
    Summary lanes,
    Map<String, Map<Reason, Long>> reasons,
    Map<String, Map<String, Long>> servedBy,
    Map<String, ModeGauge> modes,
    Recovery recovery,
    String ranOut,
    boolean crowded,
    boolean complete,
    Optional<Problem> loss) {
  /** Name and version of the form. */
  public static final String SCHEMA = "lab/run/1";

  public RunResult {
    reasons = Map.copyOf(reasons);
    servedBy = Map.copyOf(servedBy);
    modes = Map.copyOf(modes);
  }

  /** Whether its counts tell of the servers, whatever its response times do. */
  public boolean countsStand() {
    return !crowded
        && lanes.countsStand(
            Duration.ofNanos(Math.round(settings.seconds() * 1e9 / settings.speed())));
  }

  /**
   * What was asked for.
   *
   * @param speed the replay factor that was applied
   * @param askedSpeed the one asked for
   * @param seconds length of the load, in real time
   * @param seed decides arrivals and the feed's delays
   * @param arrivals constant, poisson or scattered; several where lanes differ
   * @param upstream the one upstream that all locations went to; empty for the file as it is
   * @param blockingFeed whether async ran the blocking handler on its event loop; empty in runs
   *     from before this was kept
   * @param syncWorkers processes of sync
   * @param poolThreads threads of pooled
   * @param meanPollSeconds mean answer time of the feed, in real time
   * @param notes what the person should know about how the run was made
   */
  public record RunSettings(
      int speed,
      int askedSpeed,
      double seconds,
      long seed,
      String arrivals,
      Optional<String> upstream,
      Optional<Boolean> blockingFeed,
      int syncWorkers,
      int poolThreads,
      double meanPollSeconds,
      List<String> notes) {
    public RunSettings {
      notes = List.copyOf(notes);
    }
  }

  /**
   * What it ran on.
   *
   * @param hashIterations work of one {@code /hash_me}, by mode
   * @param othersShare of its processors' time during the run that programs took which are none of
   *     the lab's; empty when the stack belongs to another lab process, or in runs from before this
   *     was measured
   * @param othersWanted threads of theirs that ran or waited for a processor, on average, over the
   *     number of processors, may be more than 1; empty likewise
   */
  public record RunMachine(
      String nginx,
      String java,
      int cores,
      Map<Program, Integer> hashIterations,
      Optional<Double> othersShare,
      Optional<Double> othersWanted) {
    public RunMachine {
      hashIterations = Map.copyOf(hashIterations);
    }
  }

  /**
   * How long the outage outlasted the load, in seconds of this run (not multiplied back by the
   * speed).
   *
   * @param predictedSeconds dead requests that waited when the load ended, times what each costs
   * @param deadRequests connections and requests that waited then
   * @param seconds from the end of the load until the title page answered again and nothing waited;
   *     empty when that was not seen
   * @param watchedSeconds for how long it was watched
   * @param trouble why it could not be watched to its end; empty when nothing went wrong
   */
  public record Recovery(
      double predictedSeconds,
      long deadRequests,
      Optional<Double> seconds,
      double watchedSeconds,
      Optional<String> trouble) {
    /** Watched without trouble. */
    public Recovery(
        double predictedSeconds,
        long deadRequests,
        Optional<Double> seconds,
        double watchedSeconds) {
      this(predictedSeconds, deadRequests, seconds, watchedSeconds, Optional.empty());
    }
  }
}
