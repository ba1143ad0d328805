package lab.nginx.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How many arguments a directive takes.
 *
 * @param counts the numbers that are allowed, ascending; at least one
 * @param orMore whether anything above the last is allowed too
 */
public record ArgumentCount(List<Integer> counts, boolean orMore) {
  public ArgumentCount {
    counts = List.copyOf(counts);
    if (counts.isEmpty()) {
      throw new IllegalArgumentException("a directive takes some number of arguments");
    }
  }

  /** Reads {@code 2}, {@code 1-3}, {@code 1,3} or {@code 1+}. */
  static ArgumentCount parse(String text) {
    if (text.endsWith("+")) {
      return new ArgumentCount(List.of(Integer.valueOf(text.replace("+", ""))), true);
    }
    var counts = new ArrayList<Integer>();
    for (var part : text.split(",", -1)) {
      var ends = part.split("-", -1);
      int last = Integer.parseInt(ends[ends.length - 1]);
      for (int count = Integer.parseInt(ends[0]); count <= last; count++) {
        counts.add(count);
      }
    }
    return new ArgumentCount(counts, false);
  }

  public boolean accepts(int arguments) {
    return counts.contains(arguments) || (orMore && arguments > counts.getLast());
  }

  /** In words, such as {@code 1 or 2 arguments}. */
  public String spoken() {
    var numbers = counts.stream().map(String::valueOf).collect(Collectors.joining(" or "));
    boolean one = counts.equals(List.of(1));
    var noun = one ? " argument" : " arguments";
    return counts.equals(List.of(0)) && !orMore
        ? "no arguments"
        : (orMore ? "at least " : "") + numbers + noun;
  }
}
