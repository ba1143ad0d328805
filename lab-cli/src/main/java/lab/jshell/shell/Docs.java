package lab.jshell.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import lab.jshell.bench.Bench;

/**
 * The Javadoc of our own functions, read from their sources: JShell's analysis knows only that of
 * the JDK's.
 */
final class Docs {
  private static final List<String> SOURCES =
      List.of(
          "lab/jshell/bench/Bench.java",
          "lab/jshell/bench/Stack.java",
          "lab/jshell/bench/Mode.java",
          "lab/jshell/bench/Streams.java",
          "lab/jshell/bench/Feed.java",
          "lab/jshell/bench/Runs.java",
          "lab/jshell/kit/Scene.java",
          "lab/jshell/kit/Request.java",
          "lab/jshell/kit/Requests.java",
          "lab/jshell/kit/BlockingFeed.java",
          "lab/jshell/kit/NonBlockingFeed.java");

  private static final Pattern DOCUMENTED =
      Pattern.compile(
          "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*((?:public )?[^;{/@]*?(\\w+)\\([^{;]*)[{;]",
          Pattern.DOTALL);

  private final List<Entry> entries = new ArrayList<>();

  private record Entry(String name, String signature, List<String> text) {}

  Docs() {
    SOURCES.forEach(this::read);
  }

  private void read(String resource) {
    try (var in = Bench.class.getClassLoader().getResourceAsStream(resource)) {
      var source =
          new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
      var found = DOCUMENTED.matcher(source);
      while (found.find()) {
        var signature =
            found
                .group(2)
                .replaceAll("\\s+", " ")
                .replace("public static ", "")
                .replace("public ", "")
                .strip();
        entries.add(new Entry(found.group(3), signature, plain(found.group(1))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text without stars and tags. */
  private static List<String> plain(String comment) {
    var text =
        comment
            .replaceAll("(?m)^\\s*\\* ?", "")
            .replaceAll("\\{@(?:code|link|linkplain)\\s+([^}]*)}", "$1")
            .replaceAll("#", "")
            .replaceAll("<p>", "")
            .replaceAll("(?m)^@param (\\w+)", "  $1: ")
            .replaceAll("(?m)^@return", "  returns")
            .replaceAll("(?m)^@throws (\\w+)", "  fails with $1")
            .strip();
    return text.lines().map(String::stripTrailing).toList();
  }

  /** What is known of a method of ours; empty when it is none. */
  Optional<List<String>> of(String method) {
    var lines = new ArrayList<String>();
    for (var entry : entries) {
      if (entry.name().equals(method)) {
        lines.add(entry.signature());
        entry.text().forEach(line -> lines.add("  " + line));
      }
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
  }
}
