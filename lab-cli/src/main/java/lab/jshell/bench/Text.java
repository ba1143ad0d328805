package lab.jshell.bench;

import java.util.List;

/**
 * Lines to look at.
 *
 * @param lines at least none
 */
public record Text(List<String> lines) {
  public Text {
    lines = List.copyOf(lines);
  }

  static Text of(List<String> lines) {
    return new Text(lines);
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
