package server.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import server.feed.ControlSocket;
import server.feed.Fault;

/** Command {@code fault}. */
@Command(
    name = "fault",
    mixinStandardHelpOptions = true,
    description = "Switches the fault of a running feed and prints its new state.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class FaultCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Option(names = "--control", required = true, description = "Control socket of the feed.")
  private Path control;

  @Parameters(
      paramLabel = "FAULT",
      description =
          "none; hang (takes polls, answers none); refuse (connections are refused); fail (500 at"
              + " once); drip (a byte a second); cut (closes without an answer).")
  private Fault fault;

  @Override
  public Integer call() {
    var answer = ControlSocket.send(control, fault.word());
    command.commandLine().getOut().println(answer);
    return answer.startsWith("fault=") ? 0 : 4;
  }
}
