package server.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import server.modes.Pooled;

/** Command {@code pooled}. */
@Command(
    name = "pooled",
    mixinStandardHelpOptions = true,
    description = "Blocking handlers on a fixed pool of platform threads.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class PooledCommand implements Callable<Integer> {
  @Spec private CommandSpec command;
  @Mixin private ModeOptions mode;
  @Mixin private LifeOptions life;

  @Option(
      names = "--port",
      defaultValue = "8102",
      description = "Listen there (${DEFAULT-VALUE}); 0 chooses a free port.")
  private int port;

  @Option(
      names = "--threads",
      defaultValue = "40",
      description = "Threads of the pool, so requests served at a time (${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--max-connections",
      defaultValue = "1000",
      description =
          "Connections accepted at a time (${DEFAULT-VALUE}); further ones wait in the kernel.")
  private int connections;

  @Override
  public Integer call() throws InterruptedException {
    if (threads < 1 || connections < 1) {
      throw new IllegalArgumentException("threads and max-connections must be above 0");
    }
    var settings = mode.settings(port, mode::calibratedHere);
    var events = mode.events("pooled", "server");
    var program = Pooled.start(settings, threads, connections, events);
    life.begin();
    Ready.say(command, program);
    Lifetime.serve(program, events, settings.grace());
    return 0;
  }
}
