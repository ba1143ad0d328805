package server.prefork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HeartTest {
  private final AtomicBoolean gone = new AtomicBoolean();

  @Test
  void aBeatIsOneByte() {
    var arbiter = new ByteArrayOutputStream();
    new Heart(arbiter, () -> gone.set(true)).beat();
    assertThat(arbiter.toByteArray()).containsExactly(Heart.BEAT);
    assertThat(gone).isFalse();
  }

  @Test
  void aBeatThatNobodyTakesTellsThatTheArbiterIsGone() {
    var brokenPipe =
        new OutputStream() {
          @Override
          public void write(int beat) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    new Heart(brokenPipe, () -> gone.set(true)).beat();
    assertThat(gone).isTrue();
  }
}
