package lab.load.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lab.load.plan.Arrival;
import lab.load.plan.Caps;
import lab.load.plan.Connection;
import lab.load.plan.Patience;
import lab.load.plan.Plan;
import lab.load.sample.Cause;
import lab.load.sample.Outcome;
import lab.load.sample.Sample;
import lab.problem.ProblemException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("process")
@Timeout(120)
class ReplayIT {
  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nX-Served-By: sync/7/main\r\nX-Lab-Run: r1\r\nContent-Length: 2\r\n\r\nok";
  private static final Patience PATIENT = Patience.of(Runs.LONG);

  @Test
  void everyArrivalLeavesOneSampleAndOneRequest() throws Exception {
    try (var server = new FaultServer(socket -> FaultServer.say(socket, ANSWER))) {
      var samples = Runs.all(plan(200, Connection.NEW), server.address());
      assertThat(samples).hasSize(200).allMatch(sample -> sample.outcome() == Outcome.OK);
      assertThat(new HashSet<>(samples.stream().map(Sample::nonce).toList())).hasSize(200);
      assertThat(server.requests()).isEqualTo(200);
      assertThat(server.connections()).isEqualTo(200);
      var sample = samples.getFirst();
      assertThat(sample.answer().servedBy()).hasValue("sync/7/main");
      assertThat(sample.answer().run()).hasValue("r1");
      assertThat(sample.answer().bodyBytes()).isEqualTo(2);
      assertInOrder(sample);
    }
  }

  @Test
  void keptAliveConnectionsAreUsedAgain() throws Exception {
    try (var server = new FaultServer(socket -> FaultServer.say(socket, ANSWER), true)) {
      var samples = Runs.all(plan(100, Connection.KEEP_ALIVE), server.address());
      assertThat(samples).hasSize(100).allMatch(sample -> sample.outcome() == Outcome.OK);
      assertThat(server.requests()).isEqualTo(100);
      assertThat(server.connections()).isLessThan(50);
    }
  }

  @Test
  void aConnectionClosedWhileIdleIsToldApartAndNotRetried() throws Exception {
    try (var server = new FaultServer(socket -> FaultServer.say(socket, ANSWER))) {
      var samples = Runs.all(plan(20, Connection.KEEP_ALIVE), server.address());
      assertThat(samples).hasSize(20);
      var idle =
          samples.stream()
              .flatMap(s -> s.failure().stream())
              .filter(f -> f.cause() == Cause.CLOSED_WHILE_IDLE)
              .count();
      assertThat(idle).isPositive();
      assertThat(server.requests() + idle).isEqualTo(20);
    }
  }

  @Test
  void theCapRefusesAndCounts() throws Exception {
    var plan =
        new Plan(
            List.of(Runs.requests(100, Connection.NEW, Patience.of(Duration.ofSeconds(3)))),
            Duration.ofSeconds(1),
            1,
            new Caps(10, 1000, Runs.LONG));
    try (var server = new FaultServer(FaultServer::outlast)) {
      var samples = Runs.all(plan, server.address());
      assertThat(samples).hasSize(100);
      assertThat(samples.stream().filter(s -> s.outcome() == Outcome.TIMED_OUT)).hasSize(10);
      assertThat(samples.stream().filter(s -> s.outcome() == Outcome.NOT_SENT)).hasSize(90);
      assertThat(server.requests()).isEqualTo(10);
    }
  }

  @Test
  void streamsTickUntilThePlanEnds() throws Exception {
    var plan = new Plan(List.of(Runs.streams(20)), Duration.ofSeconds(2), 1);
    try (var server = new FaultServer(ReplayIT::tickForEver)) {
      var samples = Runs.all(plan, server.address());
      assertThat(samples).hasSize(20).allMatch(sample -> sample.outcome() == Outcome.OK);
      for (var sample : samples) {
        assertThat(sample.answer().ticks()).hasSizeGreaterThan(2).isSorted();
        assertThat(sample.failure()).isEmpty();
        assertThat(sample.moments().end()).isGreaterThanOrEqualTo(2_000_000_000L);
      }
    }
  }

  @Test
  void aStreamThatEndsBeforeThePlanIsCutHoweverWholeItLooks() throws Exception {
    var plan = new Plan(List.of(Runs.streams(1)), Duration.ofSeconds(3), 1);
    try (var server =
        new FaultServer(socket -> FaultServer.say(socket, "HTTP/1.0 200 OK\r\n\r\n{}\n{}\n"))) {
      var sample = Runs.all(plan, server.address()).getFirst();
      assertThat(sample.outcome()).isEqualTo(Outcome.CUT);
      assertThat(sample.failure().orElseThrow().cause()).isEqualTo(Cause.ENDED_EARLY);
      assertThat(sample.answer().ticks()).hasSize(2);
    }
  }

  /** As async does when we hang up: its last chunk may be read before our close is complete. */
  @ParameterizedTest
  @CsvSource({"0, OK", "60, CUT"})
  void aCleanEndIsACutOnlyBeforeThePlanEnds(long planEndSeconds, Outcome outcome) throws Exception {
    try (var server =
        new FaultServer(socket -> FaultServer.say(socket, "HTTP/1.0 200 OK\r\n\r\n{}\n"))) {
      var lane = Runs.streams(1);
      var flight =
          new Flight(
              new Arrival(lane, 0, 0),
              RunClock.startingIn(Duration.ZERO),
              Duration.ofSeconds(planEndSeconds).toNanos());
      var exchange = new Exchange(flight, "t", new Wire(), () -> {});
      var request = Exchange.request(lane, server.address(), "t");
      assertThat(exchange.run(server.address(), request).outcome()).isEqualTo(outcome);
    }
  }

  @Test
  void theLinesOfAnErrorPageAreNoTicks() throws Exception {
    var plan = new Plan(List.of(Runs.streams(1)), Duration.ofSeconds(1), 1);
    try (var server =
        new FaultServer(socket ->
            FaultServer.say(
                socket, "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 4\r\n\r\na\nb\n"))) {
      var sample = Runs.all(plan, server.address()).getFirst();
      assertThat(sample.outcome()).isEqualTo(Outcome.BAD_GATEWAY);
      assertThat(sample.answer().ticks()).isEmpty();
    }
  }

  @Test
  void aStreamWithoutATickHasTimedOut() throws Exception {
    var plan = new Plan(List.of(Runs.streams(1)), Duration.ofSeconds(1), 1);
    try (var server =
        new FaultServer(socket -> {
          FaultServer.say(socket, "HTTP/1.1 200 OK\r\n\r\n");
          FaultServer.outlast(socket);
        })) {
      var sample = Runs.all(plan, server.address()).getFirst();
      assertThat(sample.outcome()).isEqualTo(Outcome.TIMED_OUT);
      assertThat(sample.failure().orElseThrow().cause()).isEqualTo(Cause.PLAN_ENDED);
    }
  }

  @Test
  void stoppingKeepsWhatWasMeasured() throws Exception {
    var reached = new CountDownLatch(5);
    var samples = new ArrayList<Sample>();
    var plan = new Plan(List.of(Runs.requests(10, Connection.NEW, PATIENT)), Runs.LONG, 1);
    try (var server =
        new FaultServer(socket -> {
          reached.countDown();
          FaultServer.outlast(socket);
        })) {
      try (var replay = Replay.start(plan, server.address(), "t", samples::add)) {
        assertThat(reached.await(60, TimeUnit.SECONDS)).isTrue();
        var lane = replay.progress().lanes().getFirst();
        assertThat(lane.planned()).isEqualTo(300);
        assertThat(lane.inFlight()).isGreaterThanOrEqualTo(5);
        replay.stop();
        assertThat(replay.await().done()).isTrue();
      }
      assertThat(samples).hasSizeBetween(5, 200).allMatch(s -> s.outcome() == Outcome.STOPPED);
    }
  }

  @Test
  void whatTheSinkThrowsReachesTheCaller() throws Exception {
    try (var server = new FaultServer(socket -> FaultServer.say(socket, ANSWER));
        var replay =
            Replay.start(
                plan(2, Connection.NEW),
                server.address(),
                "t",
                sample -> {
                  throw new IllegalStateException("disk full");
                })) {
      assertThatThrownBy(replay::await).hasMessage("disk full");
    }
  }

  @Test
  void onlyLoopbackIsATarget() {
    assertThatThrownBy(() ->
            Replay.start(
                plan(1, Connection.NEW), new InetSocketAddress("192.0.2.1", 80), "t", s -> {}))
        .isInstanceOf(ProblemException.class);
  }

  private static Plan plan(int perSecond, Connection connection) {
    return new Plan(
        List.of(Runs.requests(perSecond, connection, PATIENT)), Duration.ofSeconds(1), 1);
  }

  private static void tickForEver(Socket socket) throws IOException, InterruptedException {
    FaultServer.say(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    while (true) {
      FaultServer.say(socket, "3\r\n{}\n\r\n");
      Thread.sleep(100);
    }
  }

  private static void assertInOrder(Sample sample) {
    var at = sample.moments();
    assertThat(
            List.of(
                at.intended(),
                at.dispatched(),
                at.connected().orElseThrow(),
                at.sent().orElseThrow(),
                at.firstByte().orElseThrow(),
                at.lastByte().orElseThrow(),
                at.end()))
        .isSorted();
  }
}
