package lab.run.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import lab.nginx.routing.Outcome;
import lab.nginx.routing.Request;
import lab.nginx.routing.Surroundings;
import lab.nginx.routing.engine.Resolver;
import lab.nginx.syntax.closure.Configuration;
import lab.problem.ProblemException;
import lab.stack.nginx.NginxBinary;
import lab.stack.trial.EchoPeer;
import lab.verify.file.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the resolver against the real nginx: generated configurations, each asked a sequence of
 * requests. {@code -Dresolver.configurations=N -Dresolver.seed=S} for longer runs, {@code
 * LAB_NGINX_ALSO=/path/of/another/nginx} for more versions.
 */
@Tag("process")
class ResolverAgreesWithNginxIT {
  private static final int CONFIGURATIONS = Integer.getInteger("resolver.configurations", 200);
  private static final long SEED = Long.getLong("resolver.seed", 20261124L);
  private static final int REQUESTS = 25;
  private static final int LIVE = 4;
  private static final int DEAD = 2;

  private final List<EchoPeer> peers = new ArrayList<>();
  private final List<Socket> reserved = new ArrayList<>();
  private final TreeMap<String, Integer> doubts = new TreeMap<>();
  private final List<String> disagreements = new ArrayList<>();

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("lab.stack.nginx.NginxBinaries#all")
  void agreesOrCannotTell(NginxBinary nginx) throws IOException {
    int asked = 0;
    try {
      for (int at = 0; at < LIVE; at++) {
        peers.add(EchoPeer.listen("127.0.0.1", 0));
      }
      var dead = new ArrayList<String>();
      for (int at = 0; at < DEAD; at++) {
        dead.add("127.0.0.1:" + reserve());
      }
      for (int number = 0; number < CONFIGURATIONS; number++) {
        asked += agree(nginx, dead, number);
      }
    } finally {
      for (var peer : peers) {
        peer.close();
      }
      for (var socket : reserved) {
        socket.close();
      }
    }
    int unknown = doubts.values().stream().mapToInt(Integer::intValue).sum();
    System.err.printf(
        "nginx %s: %d configurations, %d requests, %d disagreements, cannot tell %.2f %% %s%n",
        nginx.version(),
        CONFIGURATIONS,
        asked,
        disagreements.size(),
        100.0 * unknown / asked,
        doubts);
    assertThat(disagreements).isEmpty();
    assertThat(unknown * 20).as("answers that cannot be told").isLessThan(asked);
  }

  private int agree(NginxBinary nginx, List<String> dead, int number) throws IOException {
    var random = new Random(SEED + number * 7919L);
    var site = site(number);
    var ports = List.of(free(), free());
    var live = peers.stream().map(EchoPeer::address).toList();
    var maker = new ConfigurationMaker(random, ports, live, dead);
    var text = maker.make();
    for (var included : maker.included().entrySet()) {
      Files.createDirectories(site.resolve("inc"));
      Files.writeString(site.resolve(included.getKey()), included.getValue());
    }
    var file = site.resolve("site.conf");
    Files.writeString(file, text);
    var configuration = Configuration.load(file);
    Refusal.of(configuration, Optional.empty())
        .or(() -> Refusal.of(configuration, Optional.of(nginx)))
        .ifPresent(reason -> disagreements.add(number + " accepted, but " + reason + "\n" + text));
    var resolver = new Resolver(configuration, Surroundings.up(new java.util.HashSet<>(live)));
    var run = Files.createDirectories(site.resolve("run"));
    int asked = 0;
    try (var real = RealNginx.start(nginx, configuration, run, peers)) {
      for (int left = REQUESTS; left > 0; left--) {
        var request = request(random, ports);
        asked++;
        var explained = resolver.explain(request);
        var observed = real.ask(request);
        if (explained.outcome() instanceof Outcome.Unknown(String reason)) {
          doubts.merge(reason, 1, Integer::sum);
        }
        var differences = Agreement.differences(explained, observed, site);
        if (!differences.isEmpty()) {
          disagreements.add(
              number
                  + " "
                  + request
                  + "\n"
                  + differences
                  + "\n"
                  + String.join("\n", explained.steps().toString().split("(?=Step)"))
                  + explained.outcome()
                  + "\n"
                  + text
                  + maker.included());
          break;
        }
      }
    } catch (ProblemException refused) {
      disagreements.add(number + " " + refused.getMessage() + "\n" + text);
    }
    return asked;
  }

  private Request request(Random random, List<Integer> ports) {
    var uris = Requests.URIS;
    var uri =
        uris.get(random.nextInt(uris.size()))
            + Requests.QUERIES.get(random.nextInt(Requests.QUERIES.size()));
    var host = Requests.HOSTS.get(random.nextInt(Requests.HOSTS.size()));
    var method = Requests.METHODS.get(random.nextInt(Requests.METHODS.size()));
    int port = random.nextInt(4) == 0 ? ports.getLast() : ports.getFirst();
    return new Request(
        uri,
        method,
        host.equals("-") ? Optional.empty() : Optional.of(host),
        Optional.of("127.0.0.1:" + port));
  }

  private Path site(int number) throws IOException {
    var site = Files.createDirectories(folder.resolve("site" + number));
    for (var name :
        List.of(
            "www/index.html",
            "www/a/index.html",
            "www/a/b.txt",
            "www/b.txt",
            "www/ab/b.txt",
            "www/img/x.png",
            "www/a b.txt",
            "www/a/b/b.txt")) {
      var file = site.resolve(name);
      if (!name.equals("www/a/b/b.txt")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "file " + name + "\n");
      }
    }
    return site;
  }

  /** A port that refuses connections for as long as the test runs. */
  private int reserve() throws IOException {
    var socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    reserved.add(socket);
    return socket.getLocalPort();
  }

  private static int free() throws IOException {
    try (var socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
