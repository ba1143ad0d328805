package lab.nginx.policy;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import lab.nginx.grammar.Placed;
import lab.nginx.syntax.Word;

/** How much memory, disk and how many processes a configuration may ask for. */
final class SizeRules {
  private static final long KIB = 1024;
  private static final long MIB = 1024 * KIB;
  private static final String BUFFER = "buffer=";
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([kKmMgG]?)");

  /**
   * nginx tries every size up to this one where two keys never come apart: that takes the square of
   * it in time, for each table and each location that has such keys.
   */
  private static final long HASH = 4 * KIB;

  /** The most that the single number or size of a directive may be. */
  private static final Map<String, Long> MOST =
      Map.ofEntries(
          Map.entry("worker_connections", 4_096L),
          Map.entry("keepalive", 256L),
          Map.entry("client_max_body_size", 16 * MIB),
          Map.entry("client_body_buffer_size", 16 * MIB),
          Map.entry("client_header_buffer_size", 32 * KIB),
          Map.entry("proxy_buffer_size", 4 * MIB),
          Map.entry("proxy_busy_buffers_size", 4 * MIB),
          Map.entry("proxy_max_temp_file_size", 1_024 * MIB));

  private static final Map<String, Long> MOST_BUFFERS =
      Map.of(
          "proxy_buffers", 4 * MIB,
          "gzip_buffers", 4 * MIB,
          "output_buffers", 4 * MIB,
          "large_client_header_buffers", 256 * KIB);

  private final Findings findings;

  SizeRules(Findings findings) {
    this.findings = findings;
  }

  void check(Placed placed) {
    var name = placed.statement().name().text();
    var args = placed.statement().args();
    if (name.equals("worker_processes")) {
      workers(args.getFirst());
    } else if (MOST.containsKey(name)) {
      atMost(args.getFirst(), args.getFirst().text(), MOST.getOrDefault(name, 0L), name);
    } else if (name.contains("_hash_")) {
      atMost(args.getFirst(), args.getFirst().text(), HASH, name);
    } else if (MOST_BUFFERS.containsKey(name)) {
      buffers(args, MOST_BUFFERS.getOrDefault(name, 0L), name);
    } else if (name.equals("zone")) {
      args.stream().skip(1).forEach(word -> atMost(word, word.text(), MIB, name));
    } else if (name.endsWith("_zone") || name.endsWith("_cache_path")) {
      args.forEach(this::zone);
    } else if (name.equals("access_log")) {
      args.stream()
          .filter(word -> word.text().startsWith(BUFFER))
          .forEach(word -> atMost(word, word.text().substring(BUFFER.length()), MIB, "a buffer"));
    }
  }

  private void workers(Word word) {
    if (!word.text().matches("auto|[1-8]")) {
      findings.refuse("limit", word, "worker_processes is auto or 1 to 8");
    }
  }

  private void zone(Word word) {
    var text = word.text();
    if (text.startsWith("zone=") || text.startsWith("keys_zone=")) {
      atMost(word, text.substring(text.indexOf(':') + 1), 10 * MIB, "a zone");
    } else if (text.startsWith("max_size=")) {
      atMost(word, text.substring("max_size=".length()), 64 * MIB, "max_size");
    }
  }

  private void buffers(List<Word> args, long most, String name) {
    if (args.size() != 2) {
      return; // nginx itself refuses it
    }
    var number = bytes(args.getFirst().text());
    var size = bytes(args.getLast().text());
    boolean small =
        number.isPresent()
            && size.isPresent()
            && number.getAsLong() <= most
            && size.getAsLong() <= most
            && number.getAsLong() * size.getAsLong() <= most;
    if (!small) {
      findings.refuse("limit", args.getFirst(), name + " may take " + most / KIB + "k in all");
    }
  }

  private void atMost(Word word, String text, long most, String name) {
    var size = bytes(text);
    boolean unlimited = name.equals("client_max_body_size") && text.matches("0+[kKmMgG]?");
    if (size.isEmpty() || size.getAsLong() > most || unlimited) {
      findings.refuse("limit", word, name + " may be at most " + shown(most));
    }
  }

  private static String shown(long most) {
    return most % MIB == 0 ? most / MIB + "m" : most % KIB == 0 ? most / KIB + "k" : "" + most;
  }

  /** A number or size; empty for anything else. */
  static OptionalLong bytes(String text) {
    var matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    long factor =
        switch (matcher.group(2)) {
          case "k", "K" -> KIB;
          case "m", "M" -> MIB;
          case "g", "G" -> 1_024 * MIB;
          default -> 1;
        };
    return OptionalLong.of(Long.parseLong(matcher.group(1)) * factor);
  }
}
