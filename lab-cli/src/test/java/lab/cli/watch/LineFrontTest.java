package lab.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import lab.screen.KeyScreen.Press;
import org.junit.jupiter.api.Test;

class LineFrontTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<String> lines = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();

  private LineFront reading(String input) {
    return new LineFront(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), lines::add, nanos::get);
  }

  @Test
  void theFirstLetterOfALineIsTheKeyAndTheEndOfTheInputIsToldOnce() throws InterruptedException {
    var front = reading("v\n\n  hint \nq");
    assertThat(front.next(PATIENCE)).isEqualTo(new Press.Letter('v'));
    assertThat(front.next(PATIENCE)).isEqualTo(new Press.Nothing());
    assertThat(front.next(PATIENCE)).isEqualTo(new Press.Letter('h'));
    assertThat(front.next(PATIENCE)).isEqualTo(new Press.Letter('q'));
    assertThat(front.next(PATIENCE)).isEqualTo(new Press.End());
    assertThat(front.next(Duration.ZERO)).isEqualTo(new Press.Nothing());
  }

  @Test
  void keysAreToldWheneverTheyComeBackAndNotAtEveryLook() {
    var front = new LineFront(InputStream.nullInputStream(), lines::add, nanos::get);
    var keys = List.of(Key.VERIFY, Key.QUIT);
    front.stands("watching a", keys);
    front.stands("watching a", keys);
    assertThat(lines)
        .containsExactly("  watching a", "  a letter and enter:   v verify with traffic   q quit");
    front.stands("watching a", List.of());
    front.stands("watching a", keys);
    assertThat(lines).hasSize(4);
  }

  @Test
  void progressIsALineEveryTwoSeconds() {
    var front = new LineFront(InputStream.nullInputStream(), lines::add, nanos::get);
    front.progress(new Told.Progress("▌", "one"));
    nanos.addAndGet(Duration.ofMillis(1999).toNanos());
    front.progress(new Told.Progress("▌", "two"));
    nanos.addAndGet(Duration.ofMillis(1).toNanos());
    front.progress(new Told.Progress("▌", "three"));
    assertThat(lines).containsExactly("one", "three");
  }
}
