package lab.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lab.screen.Table;

/** How quantities are written on screen. */
public final class RunText {
  private RunText() {}

  /** A number without a needless fraction. */
  public static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.2f", value).replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  /**
   * A path as it is typed from the current folder, when it lies below that; else the whole of it.
   */
  public static Path fromHere(Path path) {
    var here = Path.of("").toAbsolutePath();
    return path.isAbsolute() && path.startsWith(here) ? here.relativize(path) : path;
  }

  /** A duration in the unit that suits it: milliseconds below a second, seconds above. */
  public static String duration(Duration duration) {
    double millis = duration.toNanos() / 1e6;
    if (millis == 0) {
      return "-";
    }
    if (millis < 10) {
      return String.format(Locale.ROOT, "%.1f ms", millis);
    }
    return millis < 1000
        ? String.format(Locale.ROOT, "%.0f ms", millis)
        : String.format(Locale.ROOT, "%.2f s", millis / 1000);
  }

  /**
   * A percentile of waits.
   *
   * @param lowerBound whether it is that of somebody whom no answer reached
   */
  public static String percentile(Duration duration, boolean lowerBound) {
    return (lowerBound ? "> " : "") + duration(duration);
  }

  /**
   * A text in lines of at most so many columns; the first follows its name, the others stand below
   * it.
   *
   * @param name what the first line begins with; colours in it take no room
   */
  public static List<String> wrap(String name, String text, int columns) {
    int indent = Table.columns(name);
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.split(" ", -1)) {
      if (!line.isEmpty() && indent + line.length() + 1 + word.length() > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    var wrapped = new ArrayList<String>();
    wrapped.add(name + lines.getFirst());
    lines.stream().skip(1).forEach(rest -> wrapped.add(" ".repeat(indent) + rest));
    return wrapped;
  }
}
