package lab.load.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lab.load.plan.Lane;
import lab.load.sample.Answer;
import lab.load.sample.Cause;
import lab.load.sample.Failure;
import lab.load.sample.Outcome;
import lab.load.sample.Phase;
import lab.load.sample.Sample;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.jspecify.annotations.Nullable;

/**
 * One request on one virtual thread: connect, send, read the head, read the body; nothing twice.
 */
final class Exchange {
  private final Flight flight;
  private final String nonce;
  private final boolean stream;
  private final Runnable onTick;
  private final List<Long> ticks = new ArrayList<>();
  private Phase phase = Phase.CONNECT;
  private final Wire wire;
  private OptionalInt localPort = OptionalInt.empty();
  private Optional<ClassicHttpResponse> response = Optional.empty();
  private boolean endsByClose;
  private long bodyBytes;

  /**
   * @param wire a new connection, or one kept alive
   * @param onTick told of each line of a stream
   */
  Exchange(Flight flight, String nonce, Wire wire, Runnable onTick) {
    this.flight = flight;
    this.nonce = nonce;
    this.wire = wire;
    this.onTick = onTick;
    this.stream = flight.arrival().lane() instanceof Lane.Streams;
  }

  /** Blocks until the request has ended, one way or the other; the wire is closed on a failure. */
  Sample run(InetSocketAddress target, byte[] request) {
    try {
      flight.hold(wire);
      if (!wire.isConnected()) {
        wire.connect(target);
      }
      flight.connected();
      localPort = OptionalInt.of(wire.localPort());
      phase = Phase.SEND;
      wire.write(request);
      flight.sent();
      phase = Phase.HEAD;
      var input = new StampedInput(wire.input(), flight);
      var head = readHead(input);
      response = Optional.of(head);
      phase = Phase.BODY;
      readBody(head, input);
      wire.markUsed();
      return stream && Outcome.ofStatus(head.getCode()) == Outcome.OK
          ? failed(flight.over().orElse(Cause.ENDED_EARLY), "the server ended the stream")
          : whole();
    } catch (IOException | HttpException | RuntimeException e) {
      wire.close();
      return failed(flight.over().orElseGet(() -> cause(e)), Faults.words(e));
    }
  }

  /** Whether the connection may carry another request. */
  boolean leavesConnectionOpen() {
    return flight.ended().isEmpty()
        && response
            .filter(head -> !"close".equalsIgnoreCase(header(head, "Connection").orElse("")))
            .filter(head -> HttpVersion.HTTP_1_1.equals(head.getVersion()))
            .isPresent()
        && wire.isUsed()
        && !endsByClose;
  }

  /**
   * The parser takes the end of the stream for the end of the head, and for no answer at all it
   * returns null: both are a connection closed before the head was there.
   */
  private ClassicHttpResponse readHead(StampedInput input) throws IOException, HttpException {
    @Nullable ClassicHttpResponse head =
        new DefaultHttpResponseParser().parse(wire.buffer(), input);
    if (head == null || input.hasEnded()) {
      throw new ConnectionClosedException("closed before the head was complete");
    }
    return head;
  }

  private void readBody(ClassicHttpResponse head, InputStream input)
      throws IOException, HttpException {
    if (head.getCode() == 204 || head.getCode() == 304) {
      return;
    }
    long length = DefaultContentLengthStrategy.INSTANCE.determineLength(head);
    InputStream body;
    if (length == ContentLengthStrategy.CHUNKED) {
      body = new ChunkedInputStream(wire.buffer(), input);
    } else if (length >= 0) {
      body = new ContentLengthInputStream(wire.buffer(), input, length);
    } else {
      endsByClose = true;
      body = new IdentityInputStream(wire.buffer(), input);
    }
    // The lines of an error page are no ticks.
    boolean ticking = stream && Outcome.ofStatus(head.getCode()) == Outcome.OK;
    var bytes = new byte[Wire.BUFFER_BYTES];
    for (int count = body.read(bytes); count >= 0; count = body.read(bytes)) {
      bodyBytes += count;
      if (ticking) {
        countTicks(bytes, count);
      }
    }
  }

  private void countTicks(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      if (bytes[i] == '\n') {
        ticks.add(flight.lastByteNanos());
        onTick.run();
      }
    }
  }

  private Cause cause(Exception thrown) {
    var cause = Faults.causeOf(phase, thrown);
    boolean lost = cause == Cause.RESET || cause == Cause.CLOSED;
    return lost && wire.isUsed() && !flight.hasReceived() ? Cause.CLOSED_WHILE_IDLE : cause;
  }

  private Sample whole() {
    int status = response.orElseThrow().getCode();
    return sample(Outcome.ofStatus(status), Optional.empty());
  }

  private Sample failed(Cause cause, String words) {
    boolean lived = cause == Cause.PLAN_ENDED && !ticks.isEmpty();
    var failure = new Failure(phase, cause, words);
    return lived ? whole() : sample(failure.outcome(answer().status()), Optional.of(failure));
  }

  private Sample sample(Outcome outcome, Optional<Failure> failure) {
    var arrival = flight.arrival();
    return new Sample(
        nonce,
        arrival.lane().name(),
        arrival.lane().route(),
        stream,
        flight.moments(),
        localPort,
        answer(),
        outcome,
        failure);
  }

  private Answer answer() {
    return response
        .map(head ->
            new Answer(
                OptionalInt.of(head.getCode()),
                header(head, "X-Served-By"),
                header(head, "X-Lab-Run"),
                header(head, "X-Lab-Nonce"),
                bodyBytes,
                ticks))
        .orElse(Answer.NONE);
  }

  private static Optional<String> header(ClassicHttpResponse head, String name) {
    return Optional.ofNullable(head.getFirstHeader(name)).map(header -> header.getValue());
  }

  /** The bytes of a request; only its nonce tells it from others of its lane. */
  static byte[] request(Lane lane, InetSocketAddress target, String nonce) {
    return ("GET "
            + lane.route()
            + " HTTP/1.1\r\nHost: "
            + target.getHostString()
            + ":"
            + target.getPort()
            + "\r\nConnection: "
            + (keepsAlive(lane) ? "keep-alive" : "close")
            + "\r\nX-Lab-Nonce: "
            + nonce
            + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  static boolean keepsAlive(Lane lane) {
    return switch (lane) {
      case Lane.Requests requests ->
          switch (requests.connection()) {
            case KEEP_ALIVE -> true;
            case NEW -> false;
          };
      case Lane.Streams _ -> false;
    };
  }
}
