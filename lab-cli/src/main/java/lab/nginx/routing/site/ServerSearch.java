package lab.nginx.routing.site;

import java.util.List;
import java.util.Optional;
import lab.nginx.routing.notation.Endpoint;
import lab.nginx.routing.pattern.Match;

/** Finds the server of a connection and a host. */
public final class ServerSearch {
  /**
   * The server found.
   *
   * @param rule the rule that decided, for a person
   * @param captures what its name captured
   */
  public record Found(Server server, String rule, Match captures) {}

  private final Site site;

  public ServerSearch(Site site) {
    this.site = site;
  }

  /** The address of the first {@code listen}, as a client reaches it on this machine. */
  public Optional<Endpoint> firstAddress() {
    return site.servers().stream()
        .flatMap(server -> server.listens().stream())
        .findFirst()
        .map(listen -> new Endpoint(reachable(listen.host()), listen.port()));
  }

  /**
   * The servers that an address leads to: those of its own listen before those of all addresses.
   */
  public List<Server> candidates(Endpoint endpoint) {
    var exact = accepting(endpoint, false);
    return exact.isEmpty() ? accepting(endpoint, true) : exact;
  }

  /** The server that stands for an address before any host is known. */
  public Server defaultOf(List<Server> candidates, Endpoint endpoint) {
    boolean exact = !accepting(endpoint, false).isEmpty();
    return candidates.stream()
        .filter(server ->
            server.listens().stream()
                .anyMatch(listen -> listen.isDefault() && isMeant(listen, endpoint, exact)))
        .findFirst()
        .orElse(candidates.getFirst());
  }

  /** The server of a host among those of its address. */
  public Found byName(List<Server> candidates, Endpoint endpoint, String host) {
    var exact = candidates.stream().filter(server -> server.hasExact(host)).findFirst();
    if (exact.isPresent()) {
      return new Found(exact.get(), "its server_name is exactly \"" + host + "\"", Match.NONE);
    }
    var ending = longest(candidates, server -> server.endingLength(host));
    if (ending.isPresent()) {
      return new Found(ending.get(), "the longest *.name that fits \"" + host + "\"", Match.NONE);
    }
    var beginning = longest(candidates, server -> server.beginningLength(host));
    if (beginning.isPresent()) {
      return new Found(
          beginning.get(), "the longest name.* that fits \"" + host + "\"", Match.NONE);
    }
    for (var server : candidates) {
      var match = host.isEmpty() ? Optional.<Match>empty() : server.expression(host);
      if (match.isPresent()) {
        return new Found(
            server, "the first regular expression that fits \"" + host + "\"", match.get());
      }
    }
    var fallback = defaultOf(candidates, endpoint);
    boolean exactAddress = !accepting(endpoint, false).isEmpty();
    boolean declared =
        fallback.listens().stream()
            .anyMatch(listen -> listen.isDefault() && isMeant(listen, endpoint, exactAddress));
    var why = declared ? "it is the default_server" : "it is the first one";
    var rule = candidates.size() == 1 ? "the only one" : "no server_name fits, and " + why;
    return new Found(fallback, rule + " on " + endpoint, Match.NONE);
  }

  private static Optional<Server> longest(
      List<Server> candidates, java.util.function.ToIntFunction<Server> length) {
    Optional<Server> best = Optional.empty();
    int most = 0;
    for (var server : candidates) {
      int found = length.applyAsInt(server);
      if (found > most) {
        most = found;
        best = Optional.of(server);
      }
    }
    return best;
  }

  private List<Server> accepting(Endpoint endpoint, boolean wildcard) {
    return site.servers().stream()
        .filter(server ->
            server.listens().stream().anyMatch(listen -> isMeant(listen, endpoint, !wildcard)))
        .toList();
  }

  /** A listen of all addresses is not asked where one of the very address stands. */
  private static boolean isMeant(Listen listen, Endpoint endpoint, boolean exact) {
    return listen.isWildcard() != exact && listen.accepts(endpoint.host(), endpoint.port());
  }

  private static String reachable(String host) {
    return switch (host) {
      case "*" -> "127.0.0.1";
      case "[::]" -> "[::1]";
      default -> host;
    };
  }
}
