package server.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Depth of the kernel's queue of connections not yet accepted.
 *
 * <p>Source: Linux {@code Documentation/networking/proc_net_tcp.rst}: of a socket in state 0A
 * (listening), the second half of the fifth column, {@code rx_queue}, counts the connections that
 * wait for accept.
 */
public final class Backlog {
  private static final String LISTENING = "0A";

  private final Path table;
  private final String port;

  /**
   * @param port that is listened on, IPv4
   */
  public Backlog(int port) {
    this(Path.of("/proc/net/tcp"), port);
  }

  Backlog(Path table, int port) {
    this.table = table;
    this.port = ":" + String.format(Locale.ROOT, "%04X", port);
  }

  /** Connections waiting now; empty where the platform has no such table or nobody listens. */
  public OptionalLong depth() {
    try (var lines = Files.lines(table)) {
      return lines
          .map(line -> line.strip().split("\\s+", -1))
          .filter(row -> row.length > 4 && row[1].endsWith(port) && row[3].equals(LISTENING))
          .mapToLong(row -> Long.parseLong(row[4].substring(row[4].indexOf(':') + 1), 16))
          .findFirst();
    } catch (IOException notLinux) {
      return OptionalLong.empty();
    }
  }
}
