package server.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The modes, each with what the contract leaves to it. */
public enum ModeUnderTest {
  SYNC(false, true),
  POOLED(false, false),
  ASYNC(true, false),
  VIRTUAL(false, false);

  private final boolean cancelsPolls;
  private final boolean alwaysCloses;

  ModeUnderTest(boolean cancelsPolls, boolean alwaysCloses) {
    this.cancelsPolls = cancelsPolls;
    this.alwaysCloses = alwaysCloses;
  }

  public String program() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean cancelsPolls() {
    return cancelsPolls;
  }

  public boolean alwaysCloses() {
    return alwaysCloses;
  }

  /** Starts it with little work in {@code /hash_me}. */
  public ServerProcess start(FeedProcess feed, Events events, Object... options) {
    var arguments =
        new ArrayList<Object>(
            List.of("--feed", feed.url(), "--events", events.path(), "--hash-iterations", 1_000));
    arguments.addAll(List.of(options));
    return ServerProcess.serving(program(), arguments.toArray());
  }
}
