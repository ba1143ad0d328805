package lab.nginx.routing.balance;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import lab.nginx.routing.doubt.CannotTell;

/** The primary or the backup peers of a group, in file order. */
final class Peers {
  /** Tries of a hash before nginx falls back to round robin. */
  private static final int REHASHES = 20;

  private final List<Peer> all;
  private final boolean alone;

  /**
   * @param alone whether no other peer, backup ones included, is in the group: then nothing is
   *     counted
   */
  Peers(List<Peer> all, boolean alone) {
    this.all = List.copyOf(all);
    this.alone = alone;
  }

  List<Peer> all() {
    return all;
  }

  boolean alone() {
    return alone;
  }

  /**
   * The next by smooth weighted round robin.
   *
   * <p>Source: nginx, {@code ngx_http_upstream_round_robin.c}, get_peer.
   */
  Optional<Peer> roundRobin(Set<Peer> tried) {
    if (alone) {
      return all.stream().filter(peer -> !peer.down()).findFirst();
    }
    var best = Optional.<Peer>empty();
    int total = 0;
    for (var peer : all) {
      if (tried.contains(peer) || !peer.usable()) {
        continue;
      }
      total += peer.raise();
      if (best.isEmpty() || peer.currentWeight() > best.get().currentWeight()) {
        best = Optional.of(peer);
      }
    }
    int sum = total;
    best.ifPresent(peer -> peer.chosen(sum));
    return best;
  }

  /**
   * The next by least connections when none is open, as between one request and the next.
   *
   * <p>Source: nginx, {@code ngx_http_upstream_least_conn_module.c}.
   */
  Optional<Peer> leastConnections(Set<Peer> tried) {
    boolean choice =
        all.stream().filter(peer -> !tried.contains(peer) && peer.usable()).count() > 1;
    return alone || choice
        ? roundRobin(tried)
        : all.stream().filter(peer -> !tried.contains(peer) && peer.usable()).findFirst();
  }

  /**
   * The next by a hash that goes on with every peer that cannot be asked.
   *
   * @param next the hash after a number of tries
   */
  Optional<Peer> hashed(Set<Peer> tried, Rehash state, Function<Rehash, Long> next) {
    if (all.isEmpty()) {
      throw new CannotTell("nginx refuses a hash over backup peers alone");
    }
    if (alone || state.tries > REHASHES) {
      return roundRobin(tried);
    }
    int total = all.stream().mapToInt(Peer::weight).sum();
    while (true) {
      state.hash = next.apply(state);
      var peer = atWeight((int) (state.hash % total));
      if (!tried.contains(peer) && peer.usable()) {
        return Optional.of(peer);
      }
      if (++state.tries > REHASHES) {
        return roundRobin(tried);
      }
    }
  }

  private Peer atWeight(int weight) {
    int left = weight;
    for (var peer : all) {
      if (left < peer.weight()) {
        return peer;
      }
      left -= peer.weight();
    }
    throw new IllegalStateException("no peer at weight " + weight);
  }

  /** How far the hashing of one request has come. */
  static final class Rehash {
    long hash;
    int tries;
    int rounds;

    Rehash(long start) {
      hash = start;
    }
  }
}
