package lab.run;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lab.load.sample.Crowded;
import lab.load.sample.LaneSummary;
import lab.load.sample.Outcome;
import lab.load.sample.Summary;
import lab.run.Gauges.ModeGauge;
import lab.run.nginx.NginxReasons.Reason;
import lab.stack.Program;
import lab.stack.StackSettings;

/** One honest sentence about a run: what ran out, or that nothing did. */
final class WhatRanOut {
  private static final double NEARLY_ALL = 0.99;

  /** Beyond this share of the time, what arrives finds the loop computing more often than not. */
  private static final double BUSY_LOOP = 0.5;

  /** Others who take this share slow a loop that is nearly full enough to make it too late. */
  private static final double NOTABLE_OTHERS = 0.1;

  private static final String AGAIN =
      "Run it again when the machine has less to do, or slower (--speed 1).";

  private final Summary lanes;
  private final Serving serving;
  private final Map<String, Map<Reason, Long>> reasons;
  private final StackSettings settings;
  private final Duration planned;
  private final Others others;

  /**
   * The modes during the run.
   *
   * @param gauges of each, with its high-water marks
   * @param waitedBefore requests that waited in each when the run began: of an earlier run
   * @param reached which requests came to which
   */
  record Serving(Map<String, ModeGauge> gauges, Map<String, Long> waitedBefore, Reached reached) {
    ModeGauge gauge(Program mode) {
      return gauges.getOrDefault(mode.label(), ModeGauge.NONE);
    }
  }

  WhatRanOut(
      Summary lanes,
      Serving serving,
      Map<String, Map<Reason, Long>> reasons,
      StackSettings settings,
      Duration planned,
      Others others) {
    this.lanes = lanes;
    this.serving = serving;
    this.reasons = reasons;
    this.settings = settings;
    this.planned = planned;
    this.others = others;
  }

  /**
   * Whether what failed may be other programs' doing: no slot of the lab's explains it, and they
   * wanted more than half of the processors. What is answered beside them is answered all the same.
   */
  boolean crowded() {
    return Crowded.somewhatBy(others.wanted()) && slots().isEmpty();
  }

  String sentence() {
    if (!lanes.countsStand(planned)) {
      return "The load generator fell behind its own schedule: this run says nothing about the servers. "
          + AGAIN;
    }
    if (crowded()) {
      return "Processors ran out: no slot did, but other programs wanted %.0f %% of them, and %d of %d failed. "
              .formatted(others.wanted() * 100, sent() - total(Outcome.OK), sent())
          + AGAIN;
    }
    var sentence =
        slots()
            .orElseGet(() ->
                "No slot ran out, and yet %d of %d failed: the table and nginx's reasons say how."
                    .formatted(sent() - total(Outcome.OK), sent()));
    return sentence + caution();
  }

  private String caution() {
    if (!lanes.isValid()) {
      return " The generator was late by up to %d ms (p99): trust the counts, not the response times."
          .formatted(lanes.lag().p99().toMillis());
    }
    return Crowded.by(others.took())
        ? " Other programs took %.0f %% of the processors, which makes every response time longer."
            .formatted(others.took() * 100)
        : "";
  }

  /** What of the lab's own explains the counts, if anything does. */
  private Optional<String> slots() {
    if (reasons.values().stream().anyMatch(by -> by.containsKey(Reason.NOT_ENOUGH_CONNECTIONS))) {
      return Optional.of(
          "nginx ran out of connections: its log says worker_connections are not enough.");
    }
    if (mostAnswered()) {
      return Optional.of(
          "Nothing ran out: %d of %d were answered or alive at the end; %s."
              .formatted(total(Outcome.OK), sent(), busiest()));
    }
    if (failedAt(Program.SYNC) && full(Program.SYNC, settings.syncWorkers())) {
      return Optional.of(syncSentence());
    }
    if (failedAt(Program.POOLED) && full(Program.POOLED, settings.poolThreads())) {
      var pooled = serving.gauge(Program.POOLED);
      return Optional.of(
          "Threads ran out: all %d of the pool were taken, and up to %d requests waited for one%s."
              .formatted(settings.poolThreads(), mostWaiting(pooled), before(Program.POOLED)));
    }
    var async = serving.gauge(Program.ASYNC);
    if (settings.blockingFeed() && aFeedRouteFailedAtAsync() && full(Program.ASYNC, 1)) {
      return Optional.of(
          "The event loop's one thread ran out: its handler waits on it for the feed, and up to %d requests waited for their turn%s."
              .formatted(mostWaiting(async), before(Program.ASYNC)));
    }
    if (failedAt(Program.ASYNC) && async.cpuShare() > BUSY_LOOP) {
      return Optional.of(
          "The event loop ran out of time: its process computed for %.0f %% of the time, and whatever computes holds up all that waits for its one thread."
                  .formatted(async.cpuShare() * 100)
              + (others.took() > NOTABLE_OTHERS
                  ? " Other programs took %.0f %% of the processors meanwhile."
                      .formatted(others.took() * 100)
                  : ""));
    }
    return Optional.empty();
  }

  private String syncSentence() {
    var sentence =
        "Worker processes ran out: all %d of sync were taken, and up to %d connections waited in the kernel%s."
            .formatted(
                settings.syncWorkers(),
                serving.gauge(Program.SYNC).mostBacklog(),
                before(Program.SYNC));
    if (routeFailedAt(Program.SYNC, "/check_feed")) {
      return sentence
          + String.format(
              Locale.ROOT,
              " %d workers / %.1f s a poll = %.1f requests a second is all they can serve.",
              settings.syncWorkers(),
              settings.meanPollSeconds(),
              settings.syncWorkers() / settings.meanPollSeconds());
    }
    return routeFailedAt(Program.SYNC, "/stream_feed")
        ? sentence + " A stream keeps its worker for as long as its client stays."
        : sentence;
  }

  private String busiest() {
    return serving.gauges().entrySet().stream()
        .max(Map.Entry.comparingByValue((a, b) -> Long.compare(a.mostInFlight(), b.mostInFlight())))
        .map(mode ->
            waitedForThePool(mode.getKey())
                .orElse(
                    "at most "
                        + mode.getValue().mostInFlight()
                        + " were in flight at once in "
                        + mode.getKey()))
        .orElse("the modes reported nothing");
  }

  /** A pool that was full at times and yet answered everybody. */
  private Optional<String> waitedForThePool(String mode) {
    var pooled = serving.gauge(Program.POOLED);
    return mode.equals(Program.POOLED.label()) && full(Program.POOLED, settings.poolThreads())
        ? Optional.of(
            "all %d threads of the pool were taken at times, and up to %d requests waited for one"
                .formatted(settings.poolThreads(), mostWaiting(pooled)))
        : Optional.empty();
  }

  /** In the mode itself or before it, in the kernel: whichever was longer. */
  private static long mostWaiting(ModeGauge mode) {
    return Math.max(mode.mostQueued(), mode.mostBacklog());
  }

  /** Whether all its slots were taken and something waited for one. */
  private boolean full(Program mode, int slots) {
    var gauge = serving.gauge(mode);
    return gauge.mostInFlight() >= slots && mostWaiting(gauge) > 0;
  }

  /** Whether a lane came to the mode whose requests failed: what nobody missed explains nothing. */
  private boolean failedAt(Program mode) {
    return lanes.lanes().stream()
        .anyMatch(lane -> !mostAnswered(lane) && serving.reached().by(lane.lane(), mode));
  }

  private boolean aFeedRouteFailedAtAsync() {
    return routeFailedAt(Program.ASYNC, "/check_feed")
        || routeFailedAt(Program.ASYNC, "/stream_feed");
  }

  private boolean routeFailedAt(Program mode, String route) {
    return lanes.lanes().stream()
        .filter(lane -> lane.route().equals(route) && !mostAnswered(lane))
        .anyMatch(lane -> serving.reached().by(lane.lane(), mode));
  }

  private String before(Program mode) {
    long waited = serving.waitedBefore().getOrDefault(mode.label(), 0L);
    return waited == 0 ? "" : ", %d of them from before this run".formatted(waited);
  }

  private boolean mostAnswered() {
    return lanes.lanes().stream().allMatch(WhatRanOut::mostAnswered);
  }

  private static boolean mostAnswered(LaneSummary lane) {
    return lane.count(Outcome.OK) >= NEARLY_ALL * lane.sent();
  }

  private long sent() {
    return lanes.lanes().stream().mapToLong(LaneSummary::sent).sum();
  }

  private long total(Outcome outcome) {
    return lanes.lanes().stream().mapToLong(lane -> lane.count(outcome)).sum();
  }
}
