package lab.jshell.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A real thread dump, with threads that do the same in one line. */
final class ThreadDump {
  private static final int LIMIT_SECONDS = 10;
  private static final int NAME_COLUMNS = 24;
  private static final Pattern HEAD = Pattern.compile("\"([^\"]+)\".*");
  private static final Pattern STATE =
      Pattern.compile("\\s+java\\.lang\\.Thread\\.State: (\\w+).*");
  private static final Pattern FRAME = Pattern.compile("\\s+at (?:\\S+/)?(\\S+)\\(.*");
  private static final List<String> PLUMBING =
      List.of(
          "java.", "jdk.", "sun.", "org.eclipse.", "org.apache.", "io.javalin.", "com.sun.", "0x");

  private ThreadDump() {}

  /** Groups of threads of some processes, largest first. */
  static List<String> of(List<Long> pids) throws IOException, InterruptedException {
    var lines = new ArrayList<String>();
    for (var pid : pids) {
      lines.add("pid " + pid);
      grouped(dump(pid)).forEach(line -> lines.add("  " + line));
    }
    return lines.isEmpty() ? List.of("no process of it lives") : lines;
  }

  private static String dump(long pid) throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var process =
        new ProcessBuilder(jcmd, Long.toString(pid), "Thread.print")
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    try (var out = process.getInputStream()) {
      var text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("the thread dump of pid " + pid + " took too long");
      }
      return text;
    } finally {
      process.destroyForcibly();
    }
  }

  private record Group(String name, String state, String where) {}

  static List<String> grouped(String dump) {
    var counts = new LinkedHashMap<Group, Integer>();
    for (var block : dump.split("\n\n", -1)) {
      group(block).ifPresent(group -> counts.merge(group, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<Group, Integer>comparingByValue(Comparator.reverseOrder()))
        .map(entry ->
            "%3d x %-24s %-13s %s"
                .formatted(
                    entry.getValue(),
                    entry.getKey().name(),
                    entry.getKey().state(),
                    entry.getKey().where()))
        .map(String::stripTrailing)
        .toList();
  }

  /** A thread of Java code; those of the JVM itself have no state. */
  private static Optional<Group> group(String block) {
    var lines = block.lines().toList();
    var head = lines.stream().map(HEAD::matcher).filter(m -> m.matches()).findFirst();
    var state = lines.stream().map(STATE::matcher).filter(m -> m.matches()).findFirst();
    if (head.isEmpty() || state.isEmpty()) {
      return Optional.empty();
    }
    var frames =
        lines.stream().map(FRAME::matcher).filter(m -> m.matches()).map(m -> m.group(1)).toList();
    if (frames.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Group(name(head.get().group(1)), state.get().group(1), where(frames)));
  }

  /** Its name without what tells it from others of its kind, cut to its column. */
  private static String name(String name) {
    var kind = name.replaceAll("@[0-9a-f]+.*", "").replaceAll("\\d+", "#");
    return kind.length() > NAME_COLUMNS ? kind.substring(0, NAME_COLUMNS) : kind;
  }

  /** What it waits in, and which code of the application brought it there. */
  private static String where(List<String> frames) {
    var top = shortened(frames.getFirst());
    return frames.stream()
        .filter(frame -> PLUMBING.stream().noneMatch(frame::startsWith))
        .findFirst()
        .map(own -> shortened(own).equals(top) ? top : top + " < " + shortened(own))
        .orElse(top);
  }

  private static String shortened(String frame) {
    var parts = frame.split("\\.", -1);
    return parts.length < 2 ? frame : parts[parts.length - 2] + "." + parts[parts.length - 1];
  }
}
