package lab.jshell.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import lab.stack.RunningStack;
import lab.stack.events.EventReader;
import lab.stack.events.ProgramEvent;

/** Which of some streams the application itself says that it serves. */
final class StreamTicks {
  private final RunningStack stack;
  private final String noncePrefix;
  private final long fromByte;

  /**
   * Watches from now on.
   *
   * @param noncePrefix of the streams' nonces
   */
  StreamTicks(RunningStack stack, String noncePrefix) {
    this.stack = stack;
    this.noncePrefix = noncePrefix;
    try {
      this.fromByte = Files.size(stack.events());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Streams that have ticked and have not ended. */
  int ticking() {
    Set<String> ticking = new HashSet<>();
    try (var events = new EventReader(stack.events(), fromByte)) {
      for (var some = events.next(); !some.isEmpty(); some = events.next()) {
        for (var event : some) {
          switch (event) {
            case ProgramEvent.Tick tick when tick.request().startsWith(noncePrefix) ->
                ticking.add(tick.request());
            case ProgramEvent.Ended ended -> ticking.remove(ended.request());
            default -> {
              // Other requests, and gauges.
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ticking.size();
  }
}
