package lab.check.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import lab.check.evidence.Arm;
import lab.check.evidence.Health;
import lab.check.evidence.Passage;
import lab.check.evidence.Peak;
import lab.check.evidence.Service;
import lab.check.evidence.Setting;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;
import lab.check.spec.Slo;
import lab.load.sample.Answer;
import lab.load.sample.Moments;
import lab.load.sample.Outcome;
import lab.load.sample.Sample;

/** Evidence written by hand: an arm of 6 s at speed 10, told by what each client got. */
public final class Arms {
  static final Setting SETTING = new Setting(10, 2, 2, 40, 0, 5);
  static final Duration PLANNED = Duration.ofSeconds(6);
  static final Health FIT = new Health(0, 0.05, 0.6, true, 0.2);
  static final String RUN = "labrun";

  private static final Map<Integer, String> MODES =
      Map.of(8101, "sync", 8102, "pooled", 8103, "async", 8104, "virtual");

  private final List<Sample> samples = new ArrayList<>();
  private final List<Service> services = new ArrayList<>();
  private final List<Passage> passages = new ArrayList<>();
  private Health health = FIT;
  private Map<String, Peak> peaks = Map.of();
  private Map<String, Map<String, Long>> reasons = Map.of();

  static long millis(double millis) {
    return Math.round(millis * 1e6);
  }

  static CheckSpec spec(String id, CheckKind kind) {
    return new CheckSpec(id, "a title", kind, List.of(), 1, Duration.ofSeconds(60), false, "why");
  }

  static CheckKind.Traffic traffic(String lane, Slo slo) {
    return new CheckKind.Traffic("incident", lane, Optional.empty(), slo);
  }

  static Slo okWithin(double share, double tailRatio) {
    return new Slo(
        Optional.of(share),
        Optional.of(tailRatio),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Slo ok(double share) {
    return new Slo(
        Optional.of(share),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Slo held(double share) {
    return new Slo(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(share));
  }

  static Slo streams(double live, double ticks) {
    return new Slo(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(live),
        Optional.of(ticks),
        Optional.empty());
  }

  Arms health(Health other) {
    health = other;
    return this;
  }

  Arms peaks(Map<String, Peak> all) {
    peaks = all;
    return this;
  }

  Arms reasons(Map<String, Map<String, Long>> all) {
    reasons = all;
    return this;
  }

  /** Requests that a mode answered, evenly spread over the load, with all three witnesses. */
  public Arms answered(String lane, String route, int count, double responseMillis, String mode) {
    for (int at = 0; at < count; at++) {
      var nonce = lane + "-" + samples.size();
      long intended = PLANNED.toNanos() * at / count;
      long end = intended + millis(responseMillis);
      sample(nonce, lane, route, false, intended, end, answer(nonce, mode, List.of()), Outcome.OK);
      serve(nonce, route, mode, "0", intended, OptionalLong.of(end), 0);
      pass(nonce, mode);
    }
    return this;
  }

  /** Requests that came to nothing. */
  public Arms failed(String lane, String route, int count, Outcome outcome, String mode) {
    for (int at = 0; at < count; at++) {
      var nonce = lane + "-" + samples.size();
      long intended = PLANNED.toNanos() * at / count;
      sample(nonce, lane, route, false, intended, intended + millis(600), Answer.NONE, outcome);
      pass(nonce, mode);
    }
    return this;
  }

  /** Streams that tick all along, or, without a mode, are open and silent. */
  public Arms streaming(int count, int ticks, String mode) {
    for (int at = 0; at < count; at++) {
      var nonce = "stream-" + samples.size();
      var times = new ArrayList<Long>();
      for (int tick = 1; tick <= ticks; tick++) {
        times.add(PLANNED.toNanos() * tick / (ticks + 1));
      }
      sample(
          nonce,
          "stream",
          "/stream_feed",
          true,
          0,
          PLANNED.toNanos(),
          ticks == 0 ? Answer.NONE : answer(nonce, mode, times),
          ticks == 0 ? Outcome.CUT : Outcome.OK);
      serve(
          nonce,
          "/stream_feed",
          mode,
          Integer.toString(at),
          millis(10),
          OptionalLong.empty(),
          Math.max(ticks, 20));
      pass(nonce, mode);
    }
    return this;
  }

  Arms serve(
      String nonce,
      String route,
      String mode,
      String slot,
      long begun,
      OptionalLong ended,
      long ticks) {
    services.add(new Service(nonce, route, mode, 41, slot, begun, ended, "ok", ticks));
    return this;
  }

  Arms sample(
      String nonce,
      String lane,
      String route,
      boolean stream,
      long intended,
      long end,
      Answer answer,
      Outcome outcome) {
    var moments =
        new Moments(
            intended,
            intended,
            OptionalLong.of(intended),
            OptionalLong.of(intended),
            OptionalLong.of(end),
            OptionalLong.of(end),
            end);
    samples.add(
        new Sample(
            nonce,
            lane,
            route,
            stream,
            moments,
            OptionalInt.of(1),
            answer,
            outcome,
            Optional.empty()));
    return this;
  }

  /** All samples so far, with their bytes leaving late. */
  Arms sentLate(long nanos) {
    samples.replaceAll(sample -> {
      var at = sample.moments();
      var late =
          new Moments(
              at.intended(),
              at.dispatched(),
              OptionalLong.of(at.dispatched() + nanos),
              OptionalLong.of(at.dispatched() + nanos),
              at.firstByte(),
              at.lastByte(),
              at.end());
      return new Sample(
          sample.nonce(),
          sample.lane(),
          sample.route(),
          sample.stream(),
          late,
          sample.localPort(),
          sample.answer(),
          sample.outcome(),
          sample.failure());
    });
    return this;
  }

  /** All samples so far, with what the header X-Served-By says. */
  Arms servedBy(Optional<String> header) {
    samples.replaceAll(sample -> {
      var seen = sample.answer();
      return new Sample(
          sample.nonce(),
          sample.lane(),
          sample.route(),
          sample.stream(),
          sample.moments(),
          sample.localPort(),
          new Answer(
              seen.status(), header, seen.run(), seen.nonce(), seen.bodyBytes(), seen.ticks()),
          sample.outcome(),
          sample.failure());
    });
    return this;
  }

  static Answer answer(String nonce, String mode, List<Long> ticks) {
    return new Answer(
        OptionalInt.of(200),
        Optional.of(mode + "/41/main"),
        Optional.of(RUN),
        Optional.of(nonce),
        10,
        ticks);
  }

  Arms pass(String nonce, String mode) {
    var port =
        MODES.entrySet().stream()
            .filter(entry -> entry.getValue().equals(mode))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(1);
    passages.add(new Passage(nonce, 200, List.of("127.0.0.1:" + port), ""));
    return this;
  }

  /** A request that nginx answered out of its cache. */
  Arms cached(String nonce) {
    passages.replaceAll(passage ->
        passage.request().equals(nonce)
            ? new Passage(nonce, passage.status(), List.of(), "HIT")
            : passage);
    return this;
  }

  /** What nginx says of its cache, with all that it has said so far without a word of one. */
  Arms cache(String word) {
    passages.replaceAll(passage ->
        passage.cache().isEmpty()
            ? new Passage(passage.request(), passage.status(), passage.upstreams(), word)
            : passage);
    return this;
  }

  public Arm named(String name) {
    return new Arm(
        name, RUN, PLANNED, SETTING, samples, services, passages, reasons, MODES, peaks, health);
  }
}
