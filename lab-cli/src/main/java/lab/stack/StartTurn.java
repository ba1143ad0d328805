package lab.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One stack at a time between the choice of its ports and the moment that its programs hold them,
 * so that labs in two checkouts that start together do not choose the same, nor one that starts the
 * ports of one that restarts.
 *
 * <p>It covers the labs of one person on one machine. Whoever waits too long goes ahead: a port
 * that is taken after all is named by the program that finds it so.
 */
public final class StartTurn implements AutoCloseable {
  /** What to tell the person who waits. */
  public static final String WAITING = "another lab is starting on this machine: waiting for it";

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int LOOK_EVERY_MILLIS = 50;

  private final FileChannel file;

  private StartTurn(FileChannel file) {
    this.file = file;
  }

  /**
   * Waits for the turn.
   *
   * @param waiting run once, when another lab has the turn
   * @throws IOException when the folder for temporary files cannot be written
   * @throws InterruptedException when this thread was told to stop waiting
   */
  public static StartTurn take(Runnable waiting) throws IOException, InterruptedException {
    var file =
        FileChannel.open(
            Path.of(
                System.getProperty("java.io.tmpdir"),
                "lab-start-" + System.getProperty("user.name") + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    try {
      if (lock(file).isEmpty()) {
        waiting.run();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (lock(file).isEmpty() && System.nanoTime() < deadline) {
          TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
      }
      return new StartTurn(file);
    } catch (IOException | InterruptedException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Empty while another lab holds it, in this process or another. */
  private static Optional<FileLock> lock(FileChannel file) throws IOException {
    try {
      return Optional.ofNullable(file.tryLock());
    } catch (OverlappingFileLockException heldByThisProcess) {
      return Optional.empty();
    }
  }

  /** Gives the turn to the next. */
  @Override
  public void close() throws IOException {
    file.close();
  }
}
