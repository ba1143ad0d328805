package lab.run.real;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lab.nginx.generate.NginxPorts;
import lab.nginx.grammar.Placed;
import lab.nginx.routing.Explanation;
import lab.nginx.routing.Outcome;
import lab.nginx.routing.Request;
import lab.nginx.syntax.closure.Configuration;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.stack.nginx.NginxBinary;
import lab.stack.trial.EchoPeer;

/**
 * The real nginx on the file's own ports, with a small upstream behind every address of this
 * machine that the file names and that is to answer.
 */
public final class RealAnswers implements AutoCloseable {
  private final Configuration configuration;
  private final Path folder;
  private final List<EchoPeer> peers = new ArrayList<>();
  private final RealNginx nginx;

  /**
   * An answer beside the static one.
   *
   * @param differences a sentence for each difference; none when they agree, or when nothing was
   *     claimed
   */
  public record Compared(Observed observed, List<String> differences) {
    public Compared {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Starts them.
   *
   * @param up the upstream addresses that answer; empty for all
   * @param folder an empty folder for what nginx writes, absolute
   * @param first an address that the file listens on
   * @throws ProblemException when a port is taken, an upstream is another machine, or nginx refuses
   *     the file
   * @throws IOException when nginx cannot be run
   */
  public RealAnswers(
      NginxBinary binary, Configuration configuration, List<String> up, Path folder, String first)
      throws IOException {
    this.configuration = configuration;
    var file = configuration.main().path().toAbsolutePath().normalize();
    this.folder = Objects.requireNonNullElse(file.getParent(), file);
    var ports = NginxPorts.of(configuration);
    ports.elsewhere().ifPresent(RealAnswers::refuse);
    mustBeHeard(first);
    for (int port : ports.listen()) {
      free(port);
    }
    try {
      for (int port : ports.upstream()) {
        listen("127.0.0.1", port, up);
        listen("::1", port, up);
      }
      this.nginx = RealNginx.start(binary, configuration, folder, peers);
    } catch (IOException | RuntimeException e) {
      closePeers();
      throw e;
    }
  }

  /**
   * Asks what was explained.
   *
   * @throws ProblemException when it is sent to an address where this nginx does not listen though
   *     the file does
   * @throws IOException when the connection breaks
   */
  public Compared ask(Explanation explained) throws IOException {
    Request request = explained.request();
    if (!(explained.outcome() instanceof Outcome.NoListener)) {
      mustBeHeard(request.connect().orElseThrow());
    }
    var observed = nginx.ask(request);
    return new Compared(observed, Agreement.differences(explained, observed, folder));
  }

  @Override
  public void close() throws IOException {
    nginx.close();
    closePeers();
  }

  /** Of a port without an address, this nginx listens on one loopback address only. */
  private void mustBeHeard(String address) {
    var host = address.substring(0, address.lastIndexOf(':'));
    var otherwise = address.replace("127.0.0.2:", "127.0.0.1:");
    boolean heard =
        List.of("127.0.0.1", "localhost", "[::1]").contains(host)
            || Placed.all(configuration.directives()).stream()
                .filter(one -> one.is("listen"))
                .map(Placed::statement)
                .anyMatch(one -> one.saysFirst(address) || one.saysFirst(otherwise));
    if (!heard) {
      throw new ProblemException(
          new Problem(
              "--real cannot ask at an address that the file does not name.",
              address,
              "name 127.0.0.1 with --connect, or leave --real out"));
    }
  }

  private void closePeers() throws IOException {
    for (var peer : peers) {
      peer.close();
    }
  }

  private void listen(String host, int port, List<String> up) throws IOException {
    var shown = (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    if (!up.isEmpty() && !up.contains(shown)) {
      return;
    }
    try {
      peers.add(EchoPeer.listen(host, port));
    } catch (IOException taken) {
      // a machine without IPv6 has no ::1; who asks for it by name is told
      if (!host.contains(":") || up.contains(shown)) {
        throw taken(port);
      }
    }
  }

  private static void free(int port) {
    try (var probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException taken) {
      throw taken(port);
    }
  }

  private static ProblemException taken(int port) {
    return new ProblemException(
        new Problem(
            "--real needs port " + port + ", which the file names and which cannot be had.",
            "127.0.0.1:" + port,
            "lab down, if the lab has it; lab doctor says who has it"));
  }

  private static void refuse(String upstream) {
    throw new ProblemException(
        new Problem(
            "--real asks only this machine, and the file names an upstream elsewhere.",
            upstream,
            "leave out --real, or write a local address"));
  }

  /** The upstream that a request reached, as one line. */
  public static Optional<String> upstream(Observed observed) {
    return observed
        .seen()
        .map(seen ->
            seen.address()
                + "  "
                + seen.method()
                + " "
                + seen.target()
                + seen.host().map(host -> "  Host: " + host).orElse("  without a Host line"));
  }
}
