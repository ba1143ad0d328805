package lab.run.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lab.nginx.generate.GenerateOptions;
import lab.nginx.routing.Request;
import lab.nginx.routing.probe.Instrumented;
import lab.nginx.syntax.closure.Configuration;
import lab.stack.nginx.NginxBinary;
import lab.stack.trial.EchoPeer;
import lab.stack.trial.NginxTrial;
import lab.stack.trial.Wire;
import tools.jackson.databind.json.JsonMapper;

/** A real nginx on an instrumented copy of a configuration, asked one request after another. */
public final class RealNginx implements AutoCloseable {
  private static final Pattern LOOKED_UP =
      Pattern.compile("using configuration \"(.*)\"$|using location: (@\\S+) \"");
  private static final Duration LOGS_WITHIN = Duration.ofSeconds(5);
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;
  private final Instrumented instrumented;
  private final NginxTrial nginx;
  private final List<EchoPeer> peers;
  private int marksRead;
  private long debugRead;

  private RealNginx(
      Path folder, Instrumented instrumented, NginxTrial nginx, List<EchoPeer> peers) {
    this.folder = folder;
    this.instrumented = instrumented;
    this.nginx = nginx;
    this.peers = List.copyOf(peers);
  }

  /**
   * Starts nginx.
   *
   * @param folder an empty folder for all that nginx writes, absolute
   * @param peers the upstreams that answer; they stay the caller's
   * @throws lab.problem.ProblemException when nginx does not take the configuration
   * @throws IOException when it cannot be run
   */
  public static RealNginx start(
      NginxBinary binary, Configuration configuration, Path folder, List<EchoPeer> peers)
      throws IOException {
    var plain = GenerateOptions.in(folder);
    // workers of a master that runs as root could not read the person's files
    var options = "root".equals(System.getProperty("user.name")) ? plain.withUser("root") : plain;
    var instrumented = Instrumented.of(configuration, options);
    var conf = folder.resolve("nginx.conf");
    Files.write(conf, instrumented.bytes());
    var nginx = NginxTrial.start(binary, conf, folder);
    return new RealNginx(folder, instrumented, nginx, peers);
  }

  /**
   * Sends one request and reads what became of it.
   *
   * @throws IOException when the connection breaks or nginx does not report
   */
  public Observed ask(Request request) throws IOException {
    var address = request.connect().orElseThrow();
    int colon = address.lastIndexOf(':');
    var before = peers.stream().map(peer -> peer.seen().size()).toList();
    debugRead = Files.exists(debugLog()) ? Files.size(debugLog()) : 0;
    var answer =
        Wire.send(
            address.substring(0, colon),
            Integer.parseInt(address.substring(colon + 1)),
            request.method(),
            request.uri(),
            request.host());
    if (answer.isEmpty()) {
      return new Observed(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }
    var line = JSON.readTree(nextMark());
    var asked = line.get("asked").asString();
    return new Observed(
        answer,
        Optional.of(instrumented.marks().get(line.get("mark").asInt())),
        visited(),
        newlySeen(before),
        lastRound(asked));
  }

  @Override
  public void close() throws IOException {
    nginx.close();
  }

  private Optional<EchoPeer.Seen> newlySeen(List<Integer> before) {
    for (int at = 0; at < peers.size(); at++) {
      var seen = peers.get(at).seen();
      if (seen.size() > before.get(at)) {
        return Optional.of(seen.getLast());
      }
    }
    return Optional.empty();
  }

  private String nextMark() throws IOException {
    long deadline = System.nanoTime() + LOGS_WITHIN.toNanos();
    var log = Instrumented.marksLog(folder);
    while (System.nanoTime() < deadline) {
      var text = Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "";
      var lines = text.lines().toList();
      if (lines.size() > marksRead && text.endsWith("\n")) {
        return lines.get(marksRead++);
      }
      Thread.onSpinWait();
    }
    throw new IOException("nginx did not log the request");
  }

  /** nginx divides what it asked before an internal redirect from what it asked after it. */
  private static List<String> lastRound(String asked) {
    var round = asked.substring(asked.lastIndexOf(" : ") < 0 ? 0 : asked.lastIndexOf(" : ") + 3);
    return round.isEmpty() ? List.of() : List.of(round.split(", ", -1));
  }

  private Path debugLog() {
    return Instrumented.debugLog(folder);
  }

  private Optional<List<String>> visited() throws IOException {
    var names = new ArrayList<String>();
    try (var in = Files.newInputStream(debugLog())) {
      in.skipNBytes(debugRead);
      var text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      for (var line : text.lines().toList()) {
        var matcher = LOOKED_UP.matcher(line);
        if (matcher.find()) {
          names.add(Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(2)));
        }
      }
    }
    return Optional.of(names);
  }
}
