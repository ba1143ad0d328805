package lab.jshell.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * One program of the stack.
 *
 * @param name sync, pooled, async or virtual
 */
public record Mode(String name) {
  /** Its worker processes, or itself where it has but one process. */
  public List<Worker> workers() {
    var workers = new ArrayList<Worker>();
    for (var line : Lab.ask("workers", name)) {
      var fields = line.split("\t", -1);
      workers.add(new Worker(name, fields[0], Long.parseLong(fields[1]), fields[2]));
    }
    return workers;
  }

  /** What it reports of itself: in flight, queued, backlog, threads, memory. */
  public Text gauges() {
    return Text.of(Lab.ask("gauges", name));
  }

  /** Asks it for a page, past nginx. */
  public Reply get(String path) {
    return Reply.of(Lab.ask("get", name, path));
  }

  /** Loads it, past nginx: see {@link Bench#burst}. */
  public Burst burst(String path, Rate rate, Length length) {
    return Burst.of(name, path, rate, length);
  }

  /** Opens streams to it, past nginx: see {@link Bench#streams}. */
  public Streams streams(int connections) {
    return Streams.open(name, connections);
  }

  @Override
  public String toString() {
    return name + "\n" + gauges();
  }
}
