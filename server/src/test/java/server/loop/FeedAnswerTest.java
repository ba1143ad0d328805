package server.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import server.poll.FeedFailure;

class FeedAnswerTest {
  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 3\r\n\r\n{}\n";

  private final FeedAnswer answer = new FeedAnswer();

  private boolean takes(String bytes) throws FeedFailure {
    return answer.isCompletedBy(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void comesInPiecesOfAnySize() throws FeedFailure {
    for (int at = 0; at < ANSWER.length() - 1; at++) {
      assertThat(takes(ANSWER.substring(at, at + 1))).isFalse();
    }
    assertThat(takes("\n")).isTrue();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{}\n");
    assertThat(answer.persists()).isTrue();
  }

  @Test
  void canBeUsedAgain() throws FeedFailure {
    assertThat(takes(ANSWER)).isTrue();
    answer.reset();
    assertThat(takes("HTTP/1.1 500 no\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")).isTrue();
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.persists()).isFalse();
  }

  @Test
  void isRefusedWhenItIsNotHttp() {
    assertThatExceptionOfType(FeedFailure.class)
        .isThrownBy(() -> takes("SSH-2.0-OpenSSH\r\n\r\n"))
        .withMessageContaining("not HTTP");
  }
}
