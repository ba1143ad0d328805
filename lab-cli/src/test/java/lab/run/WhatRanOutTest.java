package lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import lab.load.sample.LaneSummary;
import lab.load.sample.Outcome;
import lab.load.sample.Percentiles;
import lab.load.sample.Summary;
import lab.run.Gauges.ModeGauge;
import lab.run.nginx.NginxReasons.Reason;
import lab.stack.StackSettings;
import org.junit.jupiter.api.Test;

class WhatRanOutTest {
  private static final StackSettings SETTINGS = StackSettings.incident(10, 1);
  private static final Duration PLANNED = Duration.ofSeconds(9);
  private static final Others QUIET = new Others(0.1, 0.1);

  /** Four loops beside two cores' worth of ours: they take half at most, and want it twice over. */
  private static final Others BUSY = new Others(0.45, 2);

  private static final Others TAKEN = new Others(0.9, 2);

  @Test
  void nothingDidWhenNearlyAllWereAnswered() {
    assertThat(sentence(lanes(900, 899), Map.of("async", mode(25, 0, 0.3)), BUSY))
        .startsWith("Nothing ran out: 899 of 900")
        .contains("at most 25 were in flight at once in async");
  }

  @Test
  void aPoolThatWasFullAndAnsweredEverybodyIsCalledBoth() {
    assertThat(sentence(lanes(900, 900), Map.of("pooled", mode(40, 116, 0.1)), QUIET))
        .startsWith("Nothing ran out: 900 of 900")
        .endsWith(
            "all 40 threads of the pool were taken at times, and up to 116 requests waited for one.");
  }

  @Test
  void workersDidWhenConnectionsWaitedForThem() {
    assertThat(sentence(lanes(900, 40), Map.of("sync", mode(2, 700, 0.1)), BUSY))
        .startsWith("Worker processes ran out: all 2 of sync")
        .contains("up to 700 connections", "2 workers / 2.5 s a poll = 0.8 requests a second");
  }

  @Test
  void threadsDidWhenRequestsWaitedForThem() {
    assertThat(sentence(lanes(900, 40), Map.of("pooled", mode(40, 300, 0.1)), QUIET))
        .startsWith("Threads ran out: all 40 of the pool")
        .contains("up to 300 requests");
  }

  @Test
  void aModeThatNoFailedRequestCameToIsNotBlamed() {
    var check = lane("check", "/check_feed", 900, 40);
    assertThat(sentence(summary(check), Map.of("sync", 1005L), Map.of("check", Set.of("pooled"))))
        .as("sync still serves the dead of an earlier run, and everything goes to pooled")
        .startsWith("Threads ran out: all 40 of the pool");
    assertThat(sentence(summary(check), Map.of(), Map.of("check", Set.of("async"))))
        .startsWith("No slot ran out, and yet 860 of 900 failed");
  }

  @Test
  void aModeThatAnsweredAllThatCameToItIsNotBlamed() {
    var lanes = summary(lane("probe", "/", 90, 90), lane("check", "/check_feed", 900, 40));
    assertThat(
            sentence(lanes, Map.of(), Map.of("probe", Set.of("sync"), "check", Set.of("pooled"))))
        .startsWith("Threads ran out");
  }

  @Test
  void thePollsAreCountedOnlyWhereTheyFailed() {
    var lanes =
        summary(lane("stream", "/stream_feed", 80, 2), lane("check", "/check_feed", 900, 900));
    var reached = Map.of("stream", Set.of("sync"), "check", Set.of("async"));
    assertThat(sentence(lanes, Map.of(), reached))
        .startsWith("Worker processes ran out")
        .doesNotContain("a poll")
        .endsWith("A stream keeps its worker for as long as its client stays.");
    assertThat(
            sentence(
                summary(lane("hash", "/hash_me", 30, 2)), Map.of(), Map.of("hash", Set.of("sync"))))
        .endsWith("waited in the kernel.");
  }

  @Test
  void whatWaitedSinceBeforeTheRunIsToldApart() {
    assertThat(
            sentence(
                summary(lane("check", "/check_feed", 900, 40)),
                Map.of("sync", 1000L),
                Map.of("check", Set.of("sync"))))
        .contains(
            "up to 1005 connections waited in the kernel, 1000 of them from before this run.");
  }

  @Test
  void theLoopDidWhenItComputedMostOfTheTime() {
    assertThat(sentence(lanes(900, 40), Map.of("async", mode(25, 0, 0.95)), BUSY))
        .startsWith("The event loop ran out of time")
        .endsWith("Other programs took 45 % of the processors meanwhile.");
    assertThat(sentence(lanes(900, 40), Map.of("async", mode(25, 0, 0.95)), QUIET))
        .doesNotContain("Other programs");
  }

  /** A real run: 15 of 270 hashes and 4 of 90 titles timed out beside a loop that computed. */
  @Test
  void theLoopDidWhenItComputedForTwoThirdsOfTheTime() {
    assertThat(sentence(lanes(270, 255), Map.of("async", mode(166, 145, 0.669)), QUIET))
        .startsWith("The event loop ran out of time: its process computed for 67 %");
  }

  @Test
  void aLoopThatMostlyWaitsIsNotBlamed() {
    assertThat(sentence(lanes(270, 255), Map.of("async", mode(166, 145, 0.45)), QUIET))
        .startsWith("No slot ran out");
  }

  @Test
  void theLoopsThreadDidWhenItsHandlerBlocks() {
    var blocked = blocking(lanes(900, 16), mode(1, 415, 0.01));
    assertThat(blocked.sentence())
        .startsWith("The event loop's one thread ran out")
        .contains("up to 415 requests waited");
    assertThat(blocked.crowded()).as("no neighbour's doing").isFalse();
  }

  @Test
  void aHandlerThatBlocksIsNotBlamedWhereNothingWaitedForIt() {
    assertThat(blocking(lanes(900, 16), mode(1, 0, 0.01)).crowded()).isTrue();
    var hashes = summary(lane("check", "/hash_me", 900, 16));
    assertThat(blocking(hashes, mode(1, 415, 0.01)).crowded())
        .as("a hash never comes to that handler")
        .isTrue();
  }

  private static WhatRanOut blocking(Summary lanes, ModeGauge async) {
    return new WhatRanOut(
        lanes,
        serving(Map.of("async", async), Map.of("check", Set.of("async"))),
        Map.of(),
        SETTINGS.withBlockingFeed(true),
        PLANNED,
        BUSY);
  }

  @Test
  void connectionsOfNginxDidWhenItsLogSaysSo() {
    var reasons = new EnumMap<Reason, Long>(Map.of(Reason.NOT_ENOUGH_CONNECTIONS, 3L));
    assertThat(
            new WhatRanOut(
                    lanes(900, 40),
                    serving(Map.of(), Map.of()),
                    Map.of("/check_feed", reasons),
                    SETTINGS,
                    PLANNED,
                    QUIET)
                .sentence())
        .startsWith("nginx ran out of connections");
  }

  @Test
  void whatNoSlotExplainsIsNotBlamedOnTheServersBesideABusyNeighbour() {
    var modes = Map.of("async", mode(25, 0, 0.3));
    assertThat(sentence(lanes(900, 40), modes, QUIET))
        .isEqualTo(
            "No slot ran out, and yet 860 of 900 failed: the table and nginx's reasons say how.");
    assertThat(sentence(lanes(900, 40), modes, BUSY))
        .startsWith("Processors ran out: no slot did, but other programs wanted 200 % of them")
        .contains("860 of 900 failed", "Run it again");
  }

  @Test
  void whatWasAnsweredOnAMachineThatOthersTookWasAnswered() {
    assertThat(sentence(lanes(900, 900), Map.of("async", mode(25, 0, 0.3)), TAKEN))
        .startsWith("Nothing ran out: 900 of 900")
        .endsWith(
            "Other programs took 90 % of the processors, which makes every response time longer.");
  }

  @Test
  void onlyWhatNoSlotExplainsIsCalledCrowded() {
    var loop = Map.of("async", mode(25, 0, 0.3));
    assertThat(whatRanOut(lanes(900, 40), loop, BUSY).crowded()).isTrue();
    assertThat(whatRanOut(lanes(900, 40), loop, QUIET).crowded()).isFalse();
    assertThat(whatRanOut(lanes(900, 900), loop, TAKEN).crowded()).isFalse();
    assertThat(whatRanOut(lanes(900, 40), Map.of("sync", mode(2, 700, 0.1)), TAKEN).crowded())
        .isFalse();
  }

  @Test
  void aLateGeneratorSpoilsTimesFirstAndCountsLater() {
    assertThat(sentence(late(Duration.ofMillis(100)), Map.of(), QUIET))
        .startsWith("Nothing ran out")
        .endsWith("late by up to 100 ms (p99): trust the counts, not the response times.");
    assertThat(sentence(late(Duration.ofSeconds(2)), Map.of(), QUIET))
        .startsWith("The load generator fell behind")
        .contains("Run it again");
  }

  private static String sentence(Summary lanes, Map<String, ModeGauge> modes, Others others) {
    return whatRanOut(lanes, modes, others).sentence();
  }

  private static WhatRanOut whatRanOut(Summary lanes, Map<String, ModeGauge> modes, Others others) {
    return new WhatRanOut(
        lanes,
        serving(modes, Map.of("check", modes.keySet())),
        Map.of(),
        SETTINGS,
        PLANNED,
        others);
  }

  private static WhatRanOut.Serving serving(
      Map<String, ModeGauge> modes, Map<String, Set<String>> reached) {
    return new WhatRanOut.Serving(modes, Map.of(), new Reached(reached));
  }

  private static String sentence(
      Summary lanes, Map<String, Long> before, Map<String, Set<String>> reached) {
    var modes = Map.of("sync", mode(2, 1005, 0.1), "pooled", mode(40, 300, 0.1));
    return new WhatRanOut(
            lanes,
            new WhatRanOut.Serving(modes, before, new Reached(reached)),
            Map.of(),
            SETTINGS,
            PLANNED,
            QUIET)
        .sentence();
  }

  private static Summary lanes(long sent, long answered) {
    return summary(sent, answered, Percentiles.NONE);
  }

  private static Summary late(Duration lag) {
    return summary(900, 900, all(900, lag));
  }

  private static Summary summary(long sent, long answered, Percentiles lag) {
    var lane = lane("check", "/check_feed", sent, answered);
    return new Summary(List.of(lane), lag, lag, lane.response());
  }

  private static Summary summary(LaneSummary... lanes) {
    return new Summary(List.of(lanes), Percentiles.NONE, Percentiles.NONE, Percentiles.NONE);
  }

  private static LaneSummary lane(String name, String route, long sent, long answered) {
    var response = all(answered, Duration.ofMillis(500));
    return new LaneSummary(
        name,
        route,
        sent,
        Map.of(Outcome.OK, answered, Outcome.BAD_GATEWAY, sent - answered),
        response,
        response,
        answered / 9.0,
        answered / 9.0,
        Optional.empty());
  }

  private static Percentiles all(long count, Duration value) {
    return new Percentiles(count, value, value, value, value, 0);
  }

  private static ModeGauge mode(long inFlight, long waited, double cpuShare) {
    return new ModeGauge(0, 0, OptionalLong.empty(), inFlight, waited, waited, 0, 0, 0, cpuShare);
  }
}
