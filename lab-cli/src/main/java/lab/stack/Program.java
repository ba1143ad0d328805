package lab.stack;

import java.util.List;
import java.util.Locale;

/** One program of the stack. */
public enum Program {
  FEED(8100),
  SYNC(8101),
  POOLED(8102),
  ASYNC(8103),
  VIRTUAL(8104),
  NGINX(8080);

  /** The four worker models, in the order in which the course meets them. */
  public static final List<Program> MODES = List.of(SYNC, POOLED, ASYNC, VIRTUAL);

  private final int usualPort;

  Program(int usualPort) {
    this.usualPort = usualPort;
  }

  /** The port that it listens on unless that is taken. */
  public int usualPort() {
    return usualPort;
  }

  /** Its name on screen, in files and on its command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
