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
import lab.run.NginxReasons.Reason;
import lab.stack.Program;
import lab.stack.StackSettings;

/** One honest sentence about a run: what ran out, or that nothing did. */
final class WhatRanOut {
  private static final double NEARLY_ALL = 0.99;

  /** A loop that computes for longer than this share of the time keeps what arrives waiting. */
  private static final double BUSY_LOOP = 0.7;

  private static final String AGAIN =
      "Run it again when the machine has less to do, or slower (--speed 1).";

  private final Summary lanes;
  private final Map<String, ModeGauge> modes;
  private final Map<String, Map<Reason, Long>> reasons;
  private final StackSettings settings;
  private final Duration planned;
  private final double othersShare;

  WhatRanOut(
      Summary lanes,
      Map<String, ModeGauge> modes,
      Map<String, Map<Reason, Long>> reasons,
      StackSettings settings,
      Duration planned,
      double othersShare) {
    this.lanes = lanes;
    this.modes = modes;
    this.reasons = reasons;
    this.settings = settings;
    this.planned = planned;
    this.othersShare = othersShare;
  }

  /**
   * Whether what failed may be other programs' doing: no slot of the lab's explains it, and they
   * took more than half of the processors. What is answered beside them is answered all the same.
   */
  boolean crowded() {
    return Crowded.somewhatBy(othersShare) && slots().isEmpty();
  }

  String sentence() {
    if (!lanes.countsStand(planned)) {
      return "The load generator fell behind its own schedule: this run says nothing about the servers. "
          + AGAIN;
    }
    if (crowded()) {
      return "Processors ran out: no slot did, but other programs took %.0f %% of their time, and %d of %d failed. "
              .formatted(othersShare * 100, sent() - total(Outcome.OK), sent())
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
    return Crowded.by(othersShare)
        ? " Other programs took %.0f %% of the processors, which makes every response time longer."
            .formatted(othersShare * 100)
        : "";
  }

  /** What of the lab's own explains the counts, if anything does. */
  private Optional<String> slots() {
    var sync = modes.getOrDefault(Program.SYNC.label(), ModeGauge.NONE);
    var pooled = modes.getOrDefault(Program.POOLED.label(), ModeGauge.NONE);
    if (reasons.values().stream().anyMatch(by -> by.containsKey(Reason.NOT_ENOUGH_CONNECTIONS))) {
      return Optional.of(
          "nginx ran out of connections: its log says worker_connections are not enough.");
    }
    if (mostAnswered()) {
      return Optional.of(
          "Nothing ran out: %d of %d were answered or alive at the end; %s."
              .formatted(total(Outcome.OK), sent(), busiest()));
    }
    if (sync.mostInFlight() >= settings.syncWorkers() && waited(sync)) {
      return Optional.of(syncSentence(sync));
    }
    if (pooled.mostInFlight() >= settings.poolThreads() && waited(pooled)) {
      return Optional.of(
          "Threads ran out: all %d of the pool were taken, and up to %d requests waited for one."
              .formatted(
                  settings.poolThreads(), Math.max(pooled.mostQueued(), pooled.mostBacklog())));
    }
    var async = modes.getOrDefault(Program.ASYNC.label(), ModeGauge.NONE);
    if (async.cpuShare() > BUSY_LOOP) {
      return Optional.of(
          "The event loop ran out of time: its process computed for %.0f %% of the time, and whatever computes holds up all that waits for its one thread."
              .formatted(async.cpuShare() * 100));
    }
    return Optional.empty();
  }

  private String syncSentence(ModeGauge sync) {
    var checks =
        lanes.lanes().stream().filter(lane -> lane.route().equals("/check_feed")).findFirst();
    var sentence =
        "Worker processes ran out: all %d of sync were taken, and up to %d connections waited in the kernel."
            .formatted(settings.syncWorkers(), sync.mostBacklog());
    return checks
        .map(lane ->
            sentence
                + String.format(
                    Locale.ROOT,
                    " %d workers / %.1f s a poll = %.1f requests a second is all they can serve.",
                    settings.syncWorkers(),
                    settings.meanPollSeconds(),
                    settings.syncWorkers() / settings.meanPollSeconds()))
        .orElse(sentence + " A stream keeps its worker for as long as its client stays.");
  }

  private String busiest() {
    return modes.entrySet().stream()
        .max(Map.Entry.comparingByValue((a, b) -> Long.compare(a.mostInFlight(), b.mostInFlight())))
        .map(mode ->
            "at most "
                + mode.getValue().mostInFlight()
                + " were in flight at once in "
                + mode.getKey())
        .orElse("the modes reported nothing");
  }

  private static boolean waited(ModeGauge mode) {
    return mode.mostQueued() > 0 || mode.mostBacklog() > 0;
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
