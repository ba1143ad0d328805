package lab.nginx.routing.balance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.CRC32;
import lab.nginx.routing.doubt.CannotTell;
import lab.nginx.routing.site.Upstream;
import lab.nginx.syntax.Directive;

/** An upstream group at work. */
public final class Group {
  private static final int CRC_MASK = 0x7fff;
  private final Upstream upstream;
  private final Peers primary;
  private final Peers backup;
  private final boolean oneState;
  private boolean failedQuickly;
  private boolean unsettled;

  /**
   * @param addresses resolves an address as written into those that nginx connects to
   * @param oneWorker whether a single worker serves all requests
   */
  public Group(Upstream upstream, Function<String, List<String>> addresses, boolean oneWorker) {
    this.upstream = upstream;
    this.oneState = oneWorker || upstream.shared();
    var first = peers(upstream, addresses, false);
    var second = peers(upstream, addresses, true);
    this.primary = new Peers(first, first.size() == 1 && second.isEmpty());
    this.backup = new Peers(second, false);
  }

  /** The template whose value the group hashes; empty when it hashes none. */
  public Optional<String> hashTemplate() {
    return upstream
        .method()
        .filter(method -> method.is("hash"))
        .map(method -> method.args().getFirst().text());
  }

  /** Forgets how far the group has come: an earlier request may or may not have moved it on. */
  public void unsettle() {
    unsettled = true;
  }

  /**
   * Asks one peer after another until one answers.
   *
   * @throws CannotTell when a peer that failed may or may not be asked again by now
   */
  public Choice choose(Attempt attempt) {
    var uncertain = uncertain();
    if (uncertain.isPresent()) {
      return oneOf(attempt, uncertain.get());
    }
    if (failedQuickly) {
      throw new CannotTell(
          "a peer of \""
              + upstream.name()
              + "\" failed, and its fail_timeout is a matter of moments");
    }
    var refused = new ArrayList<String>();
    var walk = new Walk(attempt);
    int tries = Math.min(tries(), attempt.mostTries());
    while (true) {
      var peer = walk.next();
      if (peer.isEmpty()) {
        return new Choice.Nobody(refused);
      }
      if (attempt.answers().test(peer.get().address())) {
        return new Choice.Answered(peer.get().address(), refused);
      }
      refused.add(peer.get().address());
      if (primary.alone()) {
        return new Choice.Nobody(refused);
      }
      peer.get().failed();
      failedQuickly |= peer.get().quickRecovery();
      if (--tries <= 0) {
        return new Choice.Nobody(refused);
      }
    }
  }

  private int tries() {
    return (int)
        java.util.stream.Stream.concat(primary.all().stream(), backup.all().stream())
            .filter(peer -> !peer.down())
            .count();
  }

  private Optional<String> uncertain() {
    if (primary.alone()) {
      return Optional.empty();
    }
    if (unsettled) {
      return Optional.of("an earlier request may have been sent here");
    }
    var method = upstream.method().map(one -> one.name().text()).orElse("");
    boolean consistent =
        upstream.method().map(Directive::args).orElse(List.of()).stream()
            .anyMatch(word -> word.text().equals("consistent"));
    if (method.equals("random") || method.equals("least_time") || method.equals("sticky")) {
      return Optional.of("\"" + method + "\" is no fixed order");
    }
    if (consistent) {
      return Optional.of("consistent hashing is not followed");
    }
    if (!oneState && !method.equals("ip_hash") && !method.equals("hash")) {
      return Optional.of("several workers balance each for itself (no \"zone\")");
    }
    return Optional.empty();
  }

  /** Who may answer when the order is unknown; certain only while nobody has to be left out. */
  private Choice oneOf(Attempt attempt, String reason) {
    var candidates = primary.all().stream().filter(peer -> !peer.down()).toList();
    var live = candidates.stream().map(Peer::address).filter(attempt.answers()).toList();
    if (live.isEmpty()
        || (attempt.mostTries() < candidates.size() && live.size() < candidates.size())) {
      throw new CannotTell(reason + ", and a peer does not answer");
    }
    return live.size() == 1
        ? new Choice.Answered(live.getFirst(), List.of())
        : new Choice.OneOf(live, reason);
  }

  private static List<Peer> peers(
      Upstream upstream, Function<String, List<String>> addresses, boolean backup) {
    return upstream.members().stream()
        .filter(member -> member.backup() == backup)
        .flatMap(member ->
            addresses.apply(member.address()).stream().map(address -> new Peer(address, member)))
        .toList();
  }

  /** One request's way through the peers. */
  private final class Walk {
    private final Attempt attempt;
    private final Set<Peer> tried = new HashSet<>();
    private final Peers.Rehash rehash;
    private boolean onBackup;

    Walk(Attempt attempt) {
      this.attempt = attempt;
      this.rehash = new Peers.Rehash(byAddress() ? 89 : 0);
    }

    Optional<Peer> next() {
      if (!onBackup) {
        var found = fromPrimary();
        found.ifPresent(tried::add);
        if (found.isPresent()) {
          return found;
        }
        onBackup = true;
      }
      var found = backup.all().isEmpty() ? Optional.<Peer>empty() : fromBackup();
      found.ifPresent(tried::add);
      return found;
    }

    private boolean byAddress() {
      return upstream.method().filter(one -> one.is("ip_hash")).isPresent();
    }

    private Optional<Peer> fromPrimary() {
      var method = upstream.method().map(one -> one.name().text()).orElse("");
      return switch (method) {
        case "ip_hash" -> primary.hashed(tried, rehash, state -> addressHash(state.hash));
        case "hash" ->
            attempt.hashKey().isEmpty()
                ? primary.roundRobin(tried)
                : primary.hashed(tried, rehash, this::keyHash);
        case "least_conn" -> primary.leastConnections(tried);
        default -> primary.roundRobin(tried);
      };
    }

    private Optional<Peer> fromBackup() {
      boolean least = upstream.method().filter(one -> one.is("least_conn")).isPresent();
      return least ? backup.leastConnections(tried) : backup.roundRobin(tried);
    }

    private long addressHash(long start) {
      if (attempt.clientAddress().indexOf(':') >= 0) {
        throw new CannotTell("ip_hash of an IPv6 client is not followed");
      }
      long hash = start;
      var octets = attempt.clientAddress().split("\\.", -1);
      for (int at = 0; at < 3; at++) {
        hash = (hash * 113 + Integer.parseInt(octets[at])) % 6271;
      }
      return hash;
    }

    private long keyHash(Peers.Rehash state) {
      var crc = new CRC32();
      if (state.rounds > 0) {
        crc.update(Integer.toString(state.rounds).getBytes(StandardCharsets.US_ASCII));
      }
      crc.update(attempt.hashKey().getBytes(StandardCharsets.ISO_8859_1));
      state.rounds++;
      return state.hash + ((crc.getValue() >> 16) & CRC_MASK);
    }
  }
}
