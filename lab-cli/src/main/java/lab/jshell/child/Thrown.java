package lab.jshell.child;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An exception as texts, for the line.
 *
 * @param kind {@code user}, {@code unresolved}, {@code stopped} or {@code internal}
 * @param name class of the exception, or number of the unresolved snippet
 * @param message what it says; empty for none
 * @param frames class, method, file and line of each frame, joined by tabs
 */
public record Thrown(String kind, String name, String message, List<String> frames) {
  private static final int MOST_FRAMES = 200;

  public Thrown {
    frames = List.copyOf(frames);
  }

  static Thrown of(String kind, String name, Throwable thrown) {
    var frames = new ArrayList<String>();
    for (var frame : thrown.getStackTrace()) {
      if (frames.size() < MOST_FRAMES) {
        frames.add(
            String.join(
                "\t",
                frame.getClassName(),
                frame.getMethodName(),
                String.valueOf(frame.getFileName()),
                Integer.toString(frame.getLineNumber())));
      }
    }
    return new Thrown(kind, name, Objects.toString(thrown.getMessage(), ""), frames);
  }

  Frame frame() {
    var fields = new ArrayList<>(List.of(kind, name, message));
    fields.addAll(frames);
    return Frame.of(Frame.Kind.THREW, fields);
  }

  /** What a message says was thrown. */
  public static Thrown read(Frame frame) {
    return new Thrown(frame.text(0), frame.text(1), frame.text(2), frame.texts(3));
  }

  /** The stack, innermost first. */
  public StackTraceElement[] stack() {
    return frames.stream()
        .map(line -> line.split("\t", -1))
        .filter(parts -> parts.length == 4 && parts[3].matches("-?\\d{1,9}"))
        .map(parts ->
            new StackTraceElement(parts[0], parts[1], parts[2], Integer.parseInt(parts[3])))
        .toArray(StackTraceElement[]::new);
  }
}
