package lab.check.judge;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lab.check.Signs;

/** What a sign means for people who use the application, in one sentence. */
final class Why {
  /** Signs that tell what happened rather than why. */
  private static final Set<String> EFFECTS =
      Set.of(Signs.TIMED_OUT, Signs.UNANSWERED, Signs.LATE, Signs.CUT, Signs.NO_LIVE_UPSTREAMS);

  private static final Map<String, String> WHY =
      Map.ofEntries(
          Map.entry(
              Signs.STREAM_HOLDS_SYNC,
              "A stream never ends, so it keeps its worker for good; whoever else needs that worker waits behind it."),
          Map.entry(
              Signs.STREAM_HOLDS_POOL,
              "A stream never ends, so it keeps its thread for good; when streams hold them all, everything else in that pool waits."),
          Map.entry(
              Signs.POOL_FULL,
              "More requests are in flight than the pool has threads; each further one waits for somebody else's poll."),
          Map.entry(
              Signs.QUEUE_GROWS,
              "More arrives than the workers can finish, so the queue grows for as long as the load lasts, and each new client waits longer."),
          Map.entry(
              Signs.STREAM_SILENT,
              "The stream runs, but its lines stay in a buffer of nginx: the page looks dead although nothing failed."),
          Map.entry(
              Signs.STREAM_CUT, "A stream that is cut looks like a broken page, again and again."),
          Map.entry(Signs.REFUSED, "Nobody listens at the address that nginx was told to ask."),
          Map.entry(
              Signs.NO_LIVE_UPSTREAMS,
              "After a failure nginx takes a server for dead for a while, and when all are dead it answers 502 at once, without asking."),
          Map.entry(
              Signs.TIMED_OUT,
              "nginx gives up after its timeout; the request goes on holding a slot although nobody waits for it."),
          Map.entry(Signs.LATE, "It answers, but later than anybody waits."),
          Map.entry(Signs.UNANSWERED, "It never answered while anybody waited."));

  private Why() {}

  /** The sentence of the first cause, else of the first effect. */
  static Optional<String> of(Collection<String> signs) {
    return signs.stream()
        .filter(sign -> !EFFECTS.contains(sign))
        .flatMap(sign -> Optional.ofNullable(WHY.get(sign)).stream())
        .findFirst()
        .or(() ->
            signs.stream().flatMap(s -> Optional.ofNullable(WHY.get(s)).stream()).findFirst());
  }
}
