package server.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;

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

  private final List<Path> tables;
  private final String port;

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
  }

  /** Connections waiting now; empty where the platform has no such table or nobody listens. */
  public OptionalLong depth() {
    return tables.stream().flatMapToLong(this::depths).findFirst();
  }

  private LongStream depths(Path table) {
    try (var lines = Files.lines(table)) {
      var depths =
          lines
              .skip(1)
              .map(line -> line.strip().split("\\s+", -1))
              // The listeners come first; behind them stand thousands of rows in an incident.
              .takeWhile(row -> row.length > 4 && row[3].equals(LISTENING))
              .filter(row -> row[1].endsWith(port))
              .mapToLong(row -> Long.parseLong(row[4].substring(row[4].indexOf(':') + 1), 16))
              .toArray();
      return LongStream.of(depths);
    } catch (IOException notLinux) {
      return LongStream.empty();
    }
  }
}
