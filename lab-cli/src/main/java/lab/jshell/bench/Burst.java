package lab.jshell.bench;

import java.util.List;

/**
 * What became of a burst.
 *
 * @param id for {@link Bench#plot(Burst)}
 * @param sent requests
 * @param ok answered with 2xx
 * @param failed all others
 * @param p95Millis response time from the intended start, in this stack's own time; a lower bound
 *     where more than a twentieth waited in vain
 * @param lines all of it, to look at
 */
public record Burst(
    String id, long sent, long ok, long failed, long p95Millis, List<String> lines) {
  public Burst {
    lines = List.copyOf(lines);
  }

  static Burst of(String target, String path, Rate rate, Length length) {
    var fields =
        Lab.ask(
            "burst",
            target,
            path,
            Double.toString(rate.perSecond()),
            Double.toString(length.seconds()));
    return new Burst(
        fields.get(0),
        Long.parseLong(fields.get(1)),
        Long.parseLong(fields.get(2)),
        Long.parseLong(fields.get(3)),
        Long.parseLong(fields.get(4)),
        fields.subList(5, fields.size()));
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
