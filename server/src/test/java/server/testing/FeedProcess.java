package server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import server.feed.ControlSocket;
import server.feed.Fault;

/**
 * A running feed with a switch for its faults.
 *
 * @param process the feed
 * @param folder of its control socket
 * @param control its control socket
 */
public record FeedProcess(ServerProcess process, Path folder, Path control)
    implements AutoCloseable {
  /** A feed that answers at once. */
  public static FeedProcess quick() {
    return start("--max", 0);
  }

  /** A feed with options of its own. */
  public static FeedProcess start(Object... options) {
    return start(List.of(), options);
  }

  /** The same with options for its JVM. */
  public static FeedProcess start(List<String> jvm, Object... options) {
    try {
      var folder = Files.createTempDirectory("feed");
      var control = folder.resolve("control");
      var arguments = new ArrayList<Object>(List.of("--control", control));
      arguments.addAll(List.of(options));
      var feed = ServerProcess.serving(jvm, "feed", arguments.toArray());
      return new FeedProcess(feed, folder, control);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public String url() {
    return process.url();
  }

  public void become(Fault fault) {
    ControlSocket.send(control, fault.word());
  }

  /** Polls that it has received. */
  public long polls() {
    var state = ControlSocket.send(control, "state");
    return Long.parseLong(state.substring(state.indexOf("polls=") + "polls=".length()));
  }

  @Override
  public void close() {
    process.close();
    try {
      Files.deleteIfExists(control);
      Files.deleteIfExists(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
