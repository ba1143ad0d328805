package server.events;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Depth of the kernel's queue of connections not yet accepted.
 *
 * <p>Source: Linux {@code Documentation/networking/proc_net_tcp.rst}: of a socket in state 0A
 * (listening), the second half of the fifth column, {@code rx_queue}, counts the connections that
 * wait for accept; {@code net/ipv4/tcp_ipv4.c}, {@code tcp_seq_start}, lists the listening ones
 * first. A Java socket that listens at an IPv4 address stands in either table.
 */
public final class Backlog {
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
  private static final String LISTENING = "0A";
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** Those that are looked at, and the rest. */
  private static final int COLUMNS = 6;

  /**
   * Bytes of a table to ask for at a time: about a row. Asked for more, the kernel looks for rows
   * behind the listeners as well, and walks every bucket of its table of connections, which takes
   * it a millisecond though there are none.
   */
  private static final int PIECE = 150;

  private final List<Path> tables;
  private final String port;
  private volatile Path likely;

  /**
   * Of the socket that listens on a port.
   *
   * @param port 1 to 65535
   */
  public Backlog(int port) {
    this(TABLES, port);
  }

  Backlog(List<Path> tables, int port) {
    this.tables = List.copyOf(tables);
    this.port = ":" + String.format(Locale.ROOT, "%04X", port);
    this.likely = tables.getFirst();
  }

  /** Connections waiting now; empty where the platform has no such table or nobody listens. */
  public OptionalLong depth() {
    var first = likely;
    var depth = depth(first);
    for (var table : tables) {
      if (depth.isEmpty() && !table.equals(first)) {
        depth = depth(table);
        likely = depth.isPresent() ? table : first;
      }
    }
    return depth;
  }

  private OptionalLong depth(Path table) {
    try (var file = new FileInputStream(table.toFile())) {
      var text = new StringBuilder();
      var piece = new byte[PIECE];
      boolean heading = true;
      for (int read = file.read(piece); read > 0; read = file.read(piece)) {
        text.append(new String(piece, 0, read, StandardCharsets.US_ASCII));
        for (int end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n")) {
          var row = BLANKS.split(text.substring(0, end).strip(), COLUMNS);
          text.delete(0, end + 1);
          if (heading) {
            heading = false;
          } else if (row.length < COLUMNS || !row[3].equals(LISTENING)) {
            return OptionalLong.empty(); // the listeners come first
          } else if (row[1].endsWith(port)) {
            return OptionalLong.of(Long.parseLong(row[4].substring(row[4].indexOf(':') + 1), 16));
          }
        }
      }
      return OptionalLong.empty();
    } catch (IOException notLinux) {
      return OptionalLong.empty();
    }
  }
}
