package lab.course.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lab.problem.Problem;
import lab.problem.ProblemException;

/**
 * {@code .lab/lock}: one lab at a time changes what is kept there.
 *
 * <p>The operating system gives it back when its holder ends, however that happens; the pid in the
 * file is only for people.
 */
public final class FolderLock implements AutoCloseable {
  private static final int LOOK_EVERY_MILLIS = 20;

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param state the checkout's {@code .lab}; made when it is not there
   * @param patience how long to wait for another lab
   * @throws ProblemException when another lab keeps it for longer, or the folder cannot be written
   */
  public static FolderLock take(Path state, Duration patience) {
    var file = state.resolve("lock");
    try {
      Files.createDirectories(state);
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        lock(channel, file, patience);
        return new FolderLock(channel);
      } catch (IOException | InterruptedException | RuntimeException e) {
        // Open, it would keep the lock until this lab ends.
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw DiskProblem.of(file, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw held(file);
    }
  }

  private static void lock(FileChannel channel, Path file, Duration patience)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (locked(channel).isEmpty()) {
      if (System.nanoTime() > until) {
        throw held(file);
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
    }
    var pid =
        ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8));
    channel.truncate(0).write(pid, 0);
  }

  private static Optional<FileLock> locked(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException heldByAnotherThread) {
      return Optional.empty();
    }
  }

  private static ProblemException held(Path file) {
    var pid = "unknown";
    try {
      pid = Files.readString(file).strip();
    } catch (IOException goneMeanwhile) {
      // then the next try will do
    }
    return new ProblemException(
        new Problem(
            "Another lab is at work on this checkout (pid " + pid + ").",
            file.toString(),
            "Wait for it or end it, then try again:  ps -p " + pid));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw DiskProblem.of(Path.of("lock"), e);
    }
  }
}
