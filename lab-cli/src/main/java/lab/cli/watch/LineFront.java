package lab.cli.watch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import lab.screen.KeyScreen.Press;
import lab.screen.TerminalWidth;

/** Whole lines only, for logs, pipes and screen readers; a letter and enter is a key. */
final class LineFront implements Front {
  private static final long PROGRESS_EVERY_NANOS = Duration.ofSeconds(2).toNanos();

  private final BlockingQueue<Press> presses = new LinkedBlockingQueue<>();
  private final Consumer<String> narration;
  private final LongSupplier nanoTime;
  private Optional<Long> lastProgress = Optional.empty();
  private List<Key> told = List.of();

  /**
   * Reads keys until the input ends.
   *
   * @param input lines
   * @param narration takes the lines
   * @param nanoTime a clock that only goes forward
   */
  LineFront(InputStream input, Consumer<String> narration, LongSupplier nanoTime) {
    this.narration = narration;
    this.nanoTime = nanoTime;
    Thread.ofPlatform().daemon().name("watch-input").start(() -> read(input));
  }

  @Override
  public void note(String line) {
    narration.accept("  " + line);
  }

  @Override
  public void progress(Told.Progress progress) {
    long now = nanoTime.getAsLong();
    if (lastProgress.filter(at -> now - at < PROGRESS_EVERY_NANOS).isEmpty()) {
      lastProgress = Optional.of(now);
      narration.accept(progress.words());
    }
  }

  @Override
  public void stands(String watching, List<Key> keys) {
    if (!keys.equals(told) && !keys.isEmpty()) {
      narration.accept("  " + watching);
      Key.legend(keys, Integer.MAX_VALUE)
          .forEach(line -> narration.accept("  a letter and enter:   " + line));
    }
    told = keys;
  }

  @Override
  public void clear() {
    // Lines follow lines.
  }

  @Override
  public int columns() {
    return TerminalWidth.columns();
  }

  @Override
  public Press next(Duration patience) throws InterruptedException {
    return Optional.ofNullable(presses.poll(patience.toNanos(), TimeUnit.NANOSECONDS))
        .orElseGet(Press.Nothing::new);
  }

  private void read(InputStream input) {
    var lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    try {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var text = line.strip();
        presses.add(text.isEmpty() ? new Press.Nothing() : new Press.Letter(text.charAt(0)));
      }
    } catch (IOException closed) {
      // As good as the end.
    }
    presses.add(new Press.End());
  }

  @Override
  public void close() {
    // The input is the process's own.
  }
}
