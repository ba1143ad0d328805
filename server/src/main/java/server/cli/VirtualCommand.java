package server.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import server.modes.Virtual;

/** Command {@code virtual}. */
@Command(
    name = "virtual",
    mixinStandardHelpOptions = true,
    description = "Blocking handlers, a virtual thread for each request.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class VirtualCommand implements Callable<Integer> {
  @Spec private CommandSpec command;
  @Mixin private ModeOptions mode;
  @Mixin private LifeOptions life;

  @Option(
      names = "--port",
      defaultValue = "8104",
      description = "Listen there (${DEFAULT-VALUE}); 0 chooses a free port.")
  private int port;

  @Override
  public Integer call() throws InterruptedException {
    var settings = mode.settings(port, mode::calibratedHere);
    var events = mode.events("virtual", "server");
    var program = Virtual.start(settings, events);
    life.begin();
    Ready.say(command, program);
    Lifetime.serve(program, events, settings.grace());
    return 0;
  }
}
