package lab.lint.site;

import java.util.List;
import java.util.stream.Stream;
import lab.nginx.syntax.Word;

/**
 * A group of peers.
 *
 * @param scope its block
 * @param name its name
 * @param peers in file order
 */
public record Upstream(Scope scope, Word name, List<Peer> peers) {
  public Upstream {
    peers = List.copyOf(peers);
  }

  static Stream<Upstream> of(Scope scope) {
    return scope.block().stream()
        .flatMap(block -> block.args().stream().limit(1))
        .map(name -> new Upstream(scope, name, scope.own("server").map(Peer::of).toList()));
  }

  /** The peers that take requests while all is well. */
  public List<Peer> primaries() {
    return peers.stream().filter(peer -> !peer.has("backup") && !peer.has("down")).toList();
  }
}
