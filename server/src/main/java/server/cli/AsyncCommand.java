package server.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import server.modes.Async;

/** Command {@code async}. */
@Command(
    name = "async",
    mixinStandardHelpOptions = true,
    description = "Non-blocking handlers on the one thread of an event loop.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class AsyncCommand implements Callable<Integer> {
  @Spec private CommandSpec command;
  @Mixin private ModeOptions mode;
  @Mixin private LifeOptions life;

  @Option(
      names = "--port",
      defaultValue = "8103",
      description = "Listen there (${DEFAULT-VALUE}); 0 chooses a free port.")
  private int port;

  @Option(
      names = "--blocking-feed",
      description = "The lie: run the blocking handlers on the event loop.")
  private boolean blockingFeed;

  @Override
  public Integer call() throws InterruptedException {
    var settings = mode.settings(port, mode::calibratedHere);
    var events = mode.events("async", "server");
    var program =
        blockingFeed ? Async.startBlockingFeed(settings, events) : Async.start(settings, events);
    life.begin();
    Ready.say(command, program);
    Lifetime.serve(program, events, settings.grace());
    return 0;
  }
}
