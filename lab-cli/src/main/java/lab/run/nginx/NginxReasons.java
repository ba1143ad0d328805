package lab.run.nginx;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Why nginx answered with an error, in its own words, counted by route from its error log. */
public final class NginxReasons {
  private static final Pattern REQUEST =
      Pattern.compile("request: \"\\S+ (?<target>(?<route>\\S+?)(?:\\?\\S*)?) ");

  private static final String NO_ROUTE = "";

  /** What nginx's error log can say of an upstream. */
  public enum Reason {
    NO_LIVE_UPSTREAMS("no live upstreams"),
    TIMED_OUT_READING("timed out waiting for the answer"),
    TIMED_OUT_CONNECTING("timed out connecting"),
    REFUSED("refused"),
    CLOSED_EARLY("closed early"),
    NOT_ENOUGH_CONNECTIONS("worker_connections are not enough");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    private static Optional<Reason> in(String line) {
      if (line.contains("no live upstreams")) {
        return Optional.of(NO_LIVE_UPSTREAMS);
      }
      if (line.contains("upstream timed out")) {
        return Optional.of(
            line.contains("while connecting") ? TIMED_OUT_CONNECTING : TIMED_OUT_READING);
      }
      if (line.contains("Connection refused")) {
        return Optional.of(REFUSED);
      }
      if (line.contains("upstream prematurely closed") || line.contains("reset by peer")) {
        return Optional.of(CLOSED_EARLY);
      }
      // With these words after it, it closes a connection that waits for nothing and goes on.
      return line.contains("worker_connections are not enough")
              && !line.contains("reusing connections")
          ? Optional.of(NOT_ENOUGH_CONNECTIONS)
          : Optional.empty();
    }
  }

  private NginxReasons() {}

  /**
   * Counts the reasons of some routes, and those that name no request: nginx has no connection left
   * to read one from.
   *
   * <p>Source: the messages of nginx's {@code ngx_http_upstream.c}. A request that was tried on two
   * peers has a line for each.
   *
   * @param errorLog nginx's; counts as empty when it is not there
   * @param fromByte where to begin: what was logged before belongs to an earlier run
   * @param routes of the load; what another path met is no part of it
   * @param probe the path and query that recovery is watched by; what it met is no part of the load
   *     either, though the path may be a route of it
   * @return counts by route (the path that was asked for; empty where nginx names none) and reason
   * @throws IOException when the log cannot be read
   */
  public static Map<String, Map<Reason, Long>> count(
      Path errorLog, long fromByte, Set<String> routes, String probe) throws IOException {
    var counts = new TreeMap<String, Map<Reason, Long>>();
    try (var in = Files.newInputStream(errorLog)) {
      in.skipNBytes(fromByte);
      new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1))
          .lines()
          .filter(line -> !part(line, "target").equals(probe))
          .forEach(line ->
              Reason.in(line)
                  .ifPresent(reason ->
                      counts
                          .computeIfAbsent(part(line, "route"), route -> new TreeMap<>())
                          .merge(reason, 1L, Long::sum)));
    } catch (NoSuchFileException nothingWasLogged) {
      return Map.of();
    }
    counts.keySet().removeIf(route -> !route.equals(NO_ROUTE) && !routes.contains(route));
    return counts;
  }

  /** Of the request that a line names; empty where it names none. */
  private static String part(String line, String name) {
    var request = REQUEST.matcher(line);
    return request.find() ? request.group(name) : NO_ROUTE;
  }
}
