package lab.load.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lab.load.engine.FaultServer.Act;
import lab.load.plan.Patience;
import lab.load.sample.Cause;
import lab.load.sample.Outcome;
import lab.load.sample.Phase;
import lab.load.sample.Sample;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each way in which an answer can fail: told apart by phase and cause, and asked for once only. */
@Tag("process")
@Timeout(120)
class FaultIT {
  private static final Patience IMPATIENT = new Patience(Duration.ofMillis(700), Runs.LONG);
  private static final Patience HURRIED = new Patience(Runs.LONG, Duration.ofMillis(700));
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  @SuppressWarnings("ImmutableEnumChecker") // an act keeps no state
  enum Fault {
    RESET_BEFORE_THE_HEAD(Phase.HEAD, Cause.RESET, Outcome.CUT, FaultServer::reset),
    CLOSED_BEFORE_THE_HEAD(Phase.HEAD, Cause.CLOSED, Outcome.CUT, Socket::close),
    CLOSED_IN_THE_HEAD(
        Phase.HEAD, Cause.CLOSED, Outcome.CUT, socket -> FaultServer.say(socket, OK)),
    CUT_CHUNKED(
        Phase.BODY,
        Cause.CUT_CHUNKED,
        Outcome.CUT,
        socket -> FaultServer.say(socket, OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")),
    CUT_IN_A_CHUNK(
        Phase.BODY,
        Cause.CUT_CHUNKED,
        Outcome.CUT,
        socket -> FaultServer.say(socket, OK + "Transfer-Encoding: chunked\r\n\r\n50\r\nhello")),
    CUT_BY_LENGTH(
        Phase.BODY,
        Cause.CUT_BY_LENGTH,
        Outcome.CUT,
        socket -> FaultServer.say(socket, OK + "Content-Length: 50\r\n\r\nhello")),
    NOT_HTTP(
        Phase.HEAD,
        Cause.NOT_HTTP,
        Outcome.OTHER,
        socket -> FaultServer.say(socket, "SSH-2.0-OpenSSH_9.2\r\n\r\n")),
    NO_HEAD_IN_TIME(Phase.HEAD, Cause.SILENCE, Outcome.TIMED_OUT, FaultServer::outlast),
    BODY_STALLS(
        Phase.BODY,
        Cause.SILENCE,
        Outcome.TIMED_OUT,
        socket -> {
          FaultServer.say(socket, OK + "Content-Length: 50\r\n\r\nhello");
          FaultServer.outlast(socket);
        });

    private final Phase phase;
    private final Cause cause;
    private final Outcome outcome;
    private final Act act;

    Fault(Phase phase, Cause cause, Outcome outcome, Act act) {
      this.phase = phase;
      this.cause = cause;
      this.outcome = outcome;
      this.act = act;
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void everyFaultHasItsPhaseAndItsCauseAndIsAskedForOnce(Fault fault) throws Exception {
    try (var server = new FaultServer(fault.act)) {
      var sample = Runs.one(server.address(), IMPATIENT);
      assertFailed(sample, fault.phase, fault.cause, fault.outcome);
      assertThat(sample.answer().status().isPresent()).isEqualTo(fault.phase == Phase.BODY);
      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void aResetInTheBodyKeepsTheStatus() throws Exception {
    try (var server = new FaultServer(FaultIT::resetInTheBody)) {
      var sample = Runs.one(server.address(), new Patience(Runs.LONG, Runs.LONG));
      assertFailed(sample, Phase.BODY, Cause.RESET, Outcome.CUT);
      assertThat(sample.answer().status()).hasValue(200);
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void nobodyListens() throws Exception {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    var sample = Runs.one(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), IMPATIENT);
    assertFailed(sample, Phase.CONNECT, Cause.REFUSED, Outcome.REFUSED);
    assertThat(sample.moments().sent()).isEmpty();
  }

  /** A backlog of one that nobody takes from: the kernel drops the next handshakes. */
  @Test
  void aFullBacklogTimesOutInTheHandshake() throws Exception {
    var fillers = new ArrayList<Socket>();
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var address =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort());
      while (connects(address, fillers) && fillers.size() < 20) {
        assertThat(fillers).hasSizeLessThan(20);
      }
      var sample = Runs.one(address, IMPATIENT);
      assertFailed(sample, Phase.CONNECT, Cause.SILENCE, Outcome.TIMED_OUT);
    } finally {
      for (var filler : fillers) {
        filler.close();
      }
    }
  }

  @Test
  void theDeadlineEndsABodyThatTricklesForEver() throws Exception {
    try (var server = new FaultServer(FaultIT::trickle)) {
      var sample = Runs.one(server.address(), HURRIED);
      assertFailed(sample, Phase.BODY, Cause.DEADLINE, Outcome.TIMED_OUT);
      assertThat(sample.answer().bodyBytes()).isPositive();
    }
  }

  private static void resetInTheBody(Socket socket) throws IOException {
    FaultServer.say(socket, OK + "Content-Length: 50\r\n\r\nhello");
    // The reset throws away what the client has not read yet: wait until it must have read the
    // head.
    socket.setSoTimeout(500);
    try {
      assertThat(socket.getInputStream().read()).isNegative();
    } catch (java.net.SocketTimeoutException e) {
      FaultServer.reset(socket);
    }
  }

  private static void trickle(Socket socket) throws IOException, InterruptedException {
    FaultServer.say(socket, OK + "Content-Length: 5000\r\n\r\n");
    for (int i = 0; i < 1000; i++) {
      FaultServer.say(socket, "x");
      Thread.sleep(20);
    }
  }

  private static boolean connects(InetSocketAddress address, List<Socket> fillers)
      throws IOException {
    var socket = new Socket();
    fillers.add(socket);
    try {
      socket.connect(address, 500);
      return true;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    }
  }

  private static void assertFailed(Sample sample, Phase phase, Cause cause, Outcome outcome) {
    var failure = sample.failure().orElseThrow();
    assertThat(failure.phase()).as(failure.toString()).isEqualTo(phase);
    assertThat(failure.cause()).as(failure.toString()).isEqualTo(cause);
    assertThat(sample.outcome()).isEqualTo(outcome);
  }
}
