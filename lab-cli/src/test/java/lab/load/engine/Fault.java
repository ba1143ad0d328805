package lab.load.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lab.load.engine.FaultServer.Act;
import lab.load.plan.Patience;
import lab.load.sample.Cause;
import lab.load.sample.Outcome;
import lab.load.sample.Phase;
import lab.load.sample.Sample;

/** Each way in which an answer can fail, provoked for real, and what it must be taken for. */
@SuppressWarnings("ImmutableEnumChecker") // a scene keeps no state
enum Fault {
  REFUSED(Phase.CONNECT, Cause.REFUSED, Outcome.REFUSED, Fault::nobodyListens),
  SYN_DROPPED(Phase.CONNECT, Cause.SILENCE, Outcome.TIMED_OUT, Fault::fullBacklog),
  RESET_BEFORE_THE_HEAD(Phase.HEAD, Cause.RESET, Outcome.CUT, answering(FaultServer::reset)),
  CLOSED_BEFORE_THE_HEAD(Phase.HEAD, Cause.CLOSED, Outcome.CUT, answering(Socket::close)),
  CLOSED_IN_THE_HEAD(Phase.HEAD, Cause.CLOSED, Outcome.CUT, saying("")),
  CUT_CHUNKED(
      Phase.BODY,
      Cause.CUT_CHUNKED,
      Outcome.CUT,
      saying("Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")),
  CUT_IN_A_CHUNK(
      Phase.BODY,
      Cause.CUT_CHUNKED,
      Outcome.CUT,
      saying("Transfer-Encoding: chunked\r\n\r\n50\r\nhello")),
  CUT_BY_LENGTH(
      Phase.BODY, Cause.CUT_BY_LENGTH, Outcome.CUT, saying("Content-Length: 50\r\n\r\nhello")),
  RESET_IN_THE_BODY(
      Phase.BODY,
      Cause.RESET,
      Outcome.CUT,
      answering(Fault::resetInTheBody, new Patience(Runs.LONG, Runs.LONG))),
  NO_HEAD_IN_TIME(Phase.HEAD, Cause.SILENCE, Outcome.TIMED_OUT, answering(FaultServer::outlast)),
  BODY_STALLS(Phase.BODY, Cause.SILENCE, Outcome.TIMED_OUT, answering(Fault::stall)),
  BODY_TRICKLES(
      Phase.BODY,
      Cause.DEADLINE,
      Outcome.TIMED_OUT,
      answering(Fault::trickle, new Patience(Runs.LONG, Duration.ofMillis(700)))),
  NOT_HTTP(
      Phase.HEAD,
      Cause.NOT_HTTP,
      Outcome.OTHER,
      answering(socket -> FaultServer.say(socket, "SSH-2.0-OpenSSH_9.2\r\n\r\n")));

  /** What one provoked request left on both sides. */
  record Provoked(Sample sample, int connections, int requests) {}

  /** Provokes the fault once. */
  private interface Scene {
    Provoked play() throws Exception;
  }

  private final Phase phase;
  private final Cause cause;
  private final Outcome outcome;
  private final Scene scene;

  Fault(Phase phase, Cause cause, Outcome outcome, Scene scene) {
    this.phase = phase;
    this.cause = cause;
    this.outcome = outcome;
    this.scene = scene;
  }

  Phase phase() {
    return phase;
  }

  Cause cause() {
    return cause;
  }

  Outcome outcome() {
    return outcome;
  }

  /** How many requests reach the server when nothing is retried behind our back. */
  int requests() {
    return phase == Phase.CONNECT ? 0 : 1;
  }

  Provoked provoke() throws Exception {
    return scene.play();
  }

  private static Patience impatient() {
    return new Patience(Duration.ofMillis(700), Runs.LONG);
  }

  private static Scene saying(String restOfTheHead) {
    return answering(
        socket -> FaultServer.say(socket, "HTTP/1.1 200 OK\r\n" + restOfTheHead), impatient());
  }

  private static Scene answering(Act act) {
    return answering(act, impatient());
  }

  private static Scene answering(Act act, Patience patience) {
    return () -> {
      try (var server = new FaultServer(act)) {
        var sample = Runs.one(server.address(), patience);
        return new Provoked(sample, server.connections(), server.requests());
      }
    };
  }

  private static Provoked nobodyListens() throws Exception {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    return new Provoked(Runs.one(address, impatient()), 0, 0);
  }

  /** A backlog of one that nobody takes from: the kernel drops the next handshakes. */
  private static Provoked fullBacklog() throws Exception {
    var fillers = new ArrayList<Socket>();
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var address =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort());
      while (connects(address, fillers)) {
        if (fillers.size() > 20) {
          throw new IllegalStateException("a backlog of one took " + fillers.size());
        }
      }
      return new Provoked(Runs.one(address, impatient()), 0, 0);
    } finally {
      for (var filler : fillers) {
        filler.close();
      }
    }
  }

  private static boolean connects(InetSocketAddress address, List<Socket> fillers)
      throws IOException {
    var socket = new Socket();
    fillers.add(socket);
    try {
      socket.connect(address, 500);
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  private static void resetInTheBody(Socket socket) throws IOException {
    FaultServer.say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello");
    // The reset throws away what the client has not read yet: wait until it must have read the
    // head.
    socket.setSoTimeout(500);
    try {
      socket.getInputStream().read();
    } catch (SocketTimeoutException e) {
      FaultServer.reset(socket);
    }
  }

  private static void stall(Socket socket) throws IOException {
    FaultServer.say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello");
    FaultServer.outlast(socket);
  }

  private static void trickle(Socket socket) throws IOException, InterruptedException {
    FaultServer.say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n");
    for (int i = 0; i < 1000; i++) {
      FaultServer.say(socket, "x");
      Thread.sleep(20);
    }
  }
}
