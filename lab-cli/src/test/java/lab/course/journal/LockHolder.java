package lab.course.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Holds the lock until it is killed. */
public final class LockHolder {
  private LockHolder() {}

  public static void main(String[] args) throws IOException {
    try (var _ = FolderLock.take(Path.of(args[0]), Duration.ZERO)) {
      System.out.println("held");
      System.out.flush();
      while (System.in.read() >= 0) {
        // waits for the end of its input, or for the kill
      }
    }
  }
}
