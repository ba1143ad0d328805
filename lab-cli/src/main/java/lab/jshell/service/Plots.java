package lab.jshell.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lab.load.sample.Outcome;
import lab.load.sample.Sample;
import lab.screen.Bars;

/** What became of requests, along time. */
final class Plots {
  private static final int COLUMNS = 60;

  private Plots() {}

  /** Two rows a route: answered with 2xx, and not; each column the same slice of time. */
  static List<String> of(List<Sample> samples) {
    if (samples.isEmpty()) {
      return List.of("nothing was sent");
    }
    long end = samples.stream().mapToLong(sample -> sample.moments().end()).max().orElse(1);
    Map<String, List<Sample>> byRoute =
        samples.stream()
            .collect(Collectors.groupingBy(Sample::route, TreeMap::new, Collectors.toList()));
    var lines = new ArrayList<String>();
    byRoute.forEach((route, some) -> {
      lines.add(row(route + "  2xx", some, end, true));
      lines.add(row("  not 2xx", some, end, false));
    });
    lines.add(
        "%-20s 0 s %s %.1f s".formatted("by time of the end", "-".repeat(COLUMNS - 12), end / 1e9));
    return lines;
  }

  private static String row(String name, List<Sample> samples, long end, boolean good) {
    var counts = new double[COLUMNS];
    int total = 0;
    for (var sample : samples) {
      if ((sample.outcome() == Outcome.OK) == good) {
        int column =
            Math.clamp(sample.moments().end() * COLUMNS / Math.max(1, end), 0, COLUMNS - 1);
        counts[column]++;
        total++;
      }
    }
    return "%-20s %s %d".formatted(name, Bars.sparkline(counts), total);
  }
}
