package lab.check.spec;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The bounds that a lane must keep; what is empty is not asked for. Shares are 0 to 1.
 *
 * @param okShare at least this share is answered with 2xx, in time where {@code tailRatio} or
 *     {@code withinSeconds} says what that is
 * @param tailRatio in time is within this many times the p95 response time of the control
 * @param withinSeconds in time is within this many seconds of real time
 * @param answeredShare at least this share is answered at all, whatever the status, in time
 * @param liveShare at least this share of the streams ticks and is alive at the end
 * @param tickShare at least this share of the control's ticks arrives
 * @param heldShare at most this share begins while hashes hold every thread that could serve it
 */
public record Slo(
    Optional<Double> okShare,
    Optional<Double> tailRatio,
    Optional<Double> withinSeconds,
    Optional<Double> answeredShare,
    Optional<Double> liveShare,
    Optional<Double> tickShare,
    Optional<Double> heldShare) {
  /** Refuses a share outside of 0 to 1, and an SLO that asks for nothing. */
  public Slo {
    var shares = List.of(okShare, answeredShare, liveShare, tickShare, heldShare);
    if (shares.stream().flatMap(Optional::stream).anyMatch(share -> !(share >= 0 && share <= 1))) {
      throw new IllegalArgumentException("a share is 0 to 1");
    }
    if (Stream.of(tailRatio, withinSeconds).flatMap(Optional::stream).anyMatch(d -> !(d > 0))) {
      throw new IllegalArgumentException("tail-ratio and within are positive");
    }
    if (shares.stream().allMatch(Optional::isEmpty)) {
      throw new IllegalArgumentException(
          "an slo asks for something: ok-share, answered-share, live-share, tick-share or held-share");
    }
  }

  /**
   * Whether a bound has no meaning of its own: a tail and a held share are the control's or many
   * times it. Ticks without a control are held against what the feed gives, which is no less.
   */
  public boolean needsControl() {
    return tailRatio.isPresent() || heldShare.isPresent();
  }
}
