package lab.jshell.trial;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** How the requests of one scene ended. The first end of a request counts, and no later one. */
final class Tally {
  private static final int MOST_SERVERS = 8;
  private static final int MOST_LETTERS = 40;
  private static final int FIRST_PROMPT = 1_000_000;

  private final Map<Integer, End> ends = new HashMap<>();
  private final TreeSet<String> servers = new TreeSet<>();

  /** What became of a request. */
  enum End {
    ANSWERED,
    WRONGLY,
    REFUSED
  }

  /** The number of a title page: apart from those of ordinary requests. */
  static int prompt(int which) {
    return FIRST_PROMPT + which;
  }

  static boolean isPrompt(int request) {
    return request > FIRST_PROMPT;
  }

  boolean has(int request) {
    return ends.containsKey(request);
  }

  /**
   * A request ended.
   *
   * @param server who served it, as the snippet says
   */
  void add(int request, End how, String server) {
    ends.putIfAbsent(request, how);
    if (servers.size() < MOST_SERVERS) {
      servers.add(server.length() > MOST_LETTERS ? server.substring(0, MOST_LETTERS) : server);
    }
  }

  /** Requests of both sorts that have ended. */
  int ended() {
    return ends.size();
  }

  /** Ordinary requests that were answered as they should be. */
  int answered() {
    return (int)
        ends.entrySet().stream()
            .filter(end -> !isPrompt(end.getKey()) && end.getValue() == End.ANSWERED)
            .count();
  }

  /** Requests of both sorts that ended in a way. */
  int count(End how) {
    return (int) ends.values().stream().filter(end -> end == how).count();
  }

  /** A few of those who served, sorted. */
  List<String> servers() {
    return List.copyOf(servers);
  }
}
