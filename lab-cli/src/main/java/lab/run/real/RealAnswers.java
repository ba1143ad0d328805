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
import lab.nginx.routing.Explanation;
import lab.nginx.routing.Request;
import lab.nginx.syntax.closure.Configuration;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.stack.NginxBinary;
import lab.stack.trial.EchoPeer;

/**
 * The real nginx on the file's own ports, with a small upstream behind every address of this
 * machine that the file names and that is to answer.
 */
public final class RealAnswers implements AutoCloseable {
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
    var file = configuration.main().path().toAbsolutePath().normalize();
    this.folder = Objects.requireNonNullElse(file.getParent(), file);
    var ports = NginxPorts.of(configuration);
    ports.elsewhere().ifPresent(RealAnswers::refuse);
    for (int port : ports.listen()) {
      free(port);
    }
    try {
      for (int port : ports.upstream()) {
        listen("127.0.0.1", port, up);
        listen("::1", port, up);
      }
      this.nginx = RealNginx.start(binary, configuration, folder, address(first), peers);
    } catch (IOException | RuntimeException e) {
      closePeers();
      throw e;
    }
  }

  /**
   * Asks what was explained.
   *
   * @throws IOException when the connection breaks
   */
  public Compared ask(Explanation explained) throws IOException {
    Request request = explained.request();
    var observed = nginx.ask(request);
    return new Compared(observed, Agreement.differences(explained, observed, folder));
  }

  @Override
  public void close() throws IOException {
    nginx.close();
    closePeers();
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

  private static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    var host = text.substring(0, colon).replace("[", "").replace("]", "");
    return new InetSocketAddress(
        InetAddress.ofLiteral(host), Integer.parseInt(text.substring(colon + 1)));
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
