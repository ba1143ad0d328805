package server.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import server.prefork.Worker;

/** Command {@code worker}, which only an arbiter runs. */
@Command(
    name = "worker",
    hidden = true,
    description = "A worker; needs the arbiter's socket as standard input.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class WorkerCommand implements Callable<Integer> {
  @Mixin private ModeOptions mode;

  @Option(names = "--slot", required = true, description = "Number of the worker.")
  private int slot;

  @Option(names = "--arbiter-pid", required = true, description = "End with this process.")
  private long arbiter;

  @Option(names = "--beat-millis", required = true, description = "Period of the heartbeat.")
  private long beatMillis;

  @Override
  public Integer call() throws InterruptedException {
    Lifetime.endWithParent(arbiter);
    var settings = mode.checked(0);
    var events = mode.eventsIfTaken("sync", "worker");
    var beat = Duration.ofMillis(beatMillis);
    var worker = Worker.start(settings, slot, beat, Lifetime::endNow, events);
    Lifetime.serve(worker, events, settings.grace());
    return 0;
  }
}
