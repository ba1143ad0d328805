package lab.check.judge;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import lab.check.evidence.Arm;
import lab.check.evidence.Setting;
import lab.check.spec.CheckKind.Traffic;
import lab.check.spec.CheckKind.Window;
import lab.load.sample.Outcome;
import lab.load.sample.Percentiles;
import lab.load.sample.Sample;
import lab.load.sample.Timings;

/**
 * One lane of an arm as a check looks at it: the samples that count, and what in time means.
 *
 * <p>What was sent shortly before the load ended is left out: nobody waited for its answer long
 * enough to say that it did not come.
 *
 * @param judged samples that count
 * @param awaited how many would count if the limit of the SLO left out none
 * @param limit a response time within which an answer is in time, nanoseconds; empty for any
 */
record LaneView(Arm arm, List<Sample> judged, long awaited, OptionalLong limit) {
  /** In longest polls: how long an answer is awaited before its request counts. */
  private static final double PATIENCE = 3;

  static LaneView of(Arm arm, Traffic traffic, Optional<Arm> control) {
    var slo = traffic.slo();
    var setting = arm.setting();
    var lane = arm.lane(traffic.lane());
    var limit =
        slo.tailRatio().isPresent()
            ? OptionalLong.of(
                Math.round(slo.tailRatio().get() * tail(control.orElse(arm), traffic.lane())))
            : slo.withinSeconds()
                .map(seconds -> OptionalLong.of(setting.nanosOf(seconds)))
                .orElse(OptionalLong.empty());
    long patience = setting.nanosOf(PATIENCE * setting.maxPollSeconds());
    long end = arm.planned().toNanos();
    var judged = sentBefore(lane, traffic, setting, end - Math.max(limit.orElse(0), patience));
    long awaited = sentBefore(lane, traffic, setting, end - patience).size();
    return new LaneView(arm, judged, awaited, limit);
  }

  private static List<Sample> sentBefore(
      List<Sample> lane, Traffic traffic, Setting setting, long end) {
    long from = traffic.window().map(Window::fromSeconds).map(setting::nanosOf).orElse(0L);
    long to =
        Math.min(
            end,
            traffic.window().map(Window::toSeconds).map(setting::nanosOf).orElse(Long.MAX_VALUE));
    return lane.stream()
        .filter(sample -> sample.outcome().wasSent())
        .filter(sample ->
            sample.stream()
                || (sample.moments().intended() >= from && sample.moments().intended() < to))
        .toList();
  }

  /**
   * Whether the limit is so long, after a slow control, that most of the lane would be left out:
   * what is left is the beginning of the load, before a queue has grown.
   */
  boolean tooFew() {
    return judged.size() * 2L < awaited;
  }

  /** p95 of the 2xx answers of a lane; an arm without any has no tail to compare with. */
  private static long tail(Arm arm, String lane) {
    var answered =
        arm.lane(lane).stream().filter(sample -> sample.outcome() == Outcome.OK).toList();
    return Percentiles.of(Timings.response(answered)).p95().toNanos();
  }

  Share ok() {
    return share(sample -> sample.outcome() == Outcome.OK && inTime(sample));
  }

  Share answered() {
    return share(sample -> sample.outcome().isAnswer() && inTime(sample));
  }

  Share ticked() {
    return share(sample -> !sample.answer().ticks().isEmpty());
  }

  /**
   * Whether most of the lane was answered or alive: where it was not, nothing was there that could
   * have been held up.
   */
  boolean isMostlyOk() {
    return count(Outcome.OK) > 0 && count(Outcome.OK) * 2 >= judged.size();
  }

  long late() {
    return judged.stream()
        .filter(sample -> sample.outcome() == Outcome.OK && !inTime(sample))
        .count();
  }

  long count(Outcome outcome) {
    return judged.stream().filter(sample -> sample.outcome() == outcome).count();
  }

  boolean hasStreams() {
    return judged.stream().anyMatch(Sample::stream);
  }

  double ticksPerSecond() {
    long ticks = judged.stream().mapToLong(sample -> sample.answer().ticks().size()).sum();
    return ticks / (arm.planned().toNanos() / 1e9);
  }

  /** Ticks a second that the streams sent would give if none ever waited for more than the feed. */
  double expectedTicksPerSecond() {
    return judged.size() / (arm.setting().meanPollSeconds() / arm.setting().speed());
  }

  Percentiles response() {
    return Percentiles.of(Timings.response(judged));
  }

  private boolean inTime(Sample sample) {
    return limit.isEmpty()
        || sample.stream()
        || sample.moments().responseNanos() <= limit.getAsLong();
  }

  private Share share(java.util.function.Predicate<Sample> counts) {
    return new Share(judged.stream().filter(counts).count(), judged.size());
  }
}
