package lab.jshell.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * The kept runs, oldest first.
 *
 * @param all each of them
 */
public record Runs(List<Run> all) {
  public Runs {
    all = List.copyOf(all);
  }

  static Runs of(List<String> lines) {
    var runs = new ArrayList<Run>();
    for (var line : lines) {
      var fields = line.split("\t", -1);
      runs.add(new Run(fields[0], fields[1], fields[2]));
    }
    return new Runs(runs);
  }

  /**
   * The newest.
   *
   * @throws IllegalStateException when there is none
   */
  public Run last() {
    if (all.isEmpty()) {
      throw new IllegalStateException("no run is kept yet: lab run incident makes one");
    }
    return all.getLast();
  }

  @Override
  public String toString() {
    return all.isEmpty()
        ? "no run is kept yet: lab run incident makes one"
        : String.join("\n", all.stream().map(Run::toString).toList());
  }
}
