package server.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SocketFeedTest {
  private static final int THREADS = 8;
  private static final int POLLS_EACH = 500;

  /** Answers every poll with 500 and keeps its connections. */
  private static final class FailingFeed implements AutoCloseable {
    private static final byte[] ANSWER =
        "HTTP/1.1 500 no\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket listening;

    FailingFeed() throws IOException {
      listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(this::accept);
    }

    URI address() {
      return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    private void accept() {
      while (!listening.isClosed()) {
        try {
          var connection = listening.accept();
          Thread.ofVirtual().start(() -> answer(connection));
        } catch (IOException closed) {
          return;
        }
      }
    }

    private static void answer(Socket connection) {
      try (connection) {
        var lines =
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.isEmpty()) {
            connection.getOutputStream().write(ANSWER);
          }
        }
      } catch (IOException left) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() throws IOException {
      listening.close();
    }
  }

  @Test
  void aFailingPollLeavesThePollsOfOtherThreadsAlone() throws IOException {
    Set<String> reasons = ConcurrentHashMap.newKeySet();
    try (var failing = new FailingFeed();
        var feed = new SocketFeed(failing.address());
        var threads = Executors.newFixedThreadPool(THREADS)) {
      for (int thread = 0; thread < THREADS; thread++) {
        threads.execute(() -> {
          for (int poll = 0; poll < POLLS_EACH; poll++) {
            reasons.add(reasonOf(feed));
          }
        });
      }
    }
    assertThat(reasons).containsExactly("the feed answered 500");
  }

  private static String reasonOf(SocketFeed feed) {
    try {
      return feed.poll();
    } catch (FeedFailure failure) {
      return String.valueOf(failure.getMessage());
    }
  }

  @Test
  void aFeedWithoutAnAddressIsAFailureOfThePoll() {
    try (var feed = new SocketFeed(URI.create("http://no.such.invalid:1"))) {
      assertThatExceptionOfType(FeedFailure.class)
          .isThrownBy(feed::poll)
          .withMessageContaining("no address");
    }
  }
}
