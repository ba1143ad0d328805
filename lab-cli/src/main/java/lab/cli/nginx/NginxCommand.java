package lab.cli.nginx;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lab nginx}: questions about an nginx configuration, none of which leaves it running. */
@Command(
    name = "nginx",
    description = "Ask about an nginx configuration: what it says, and whether it may run.",
    subcommands = {
      NginxCheckCommand.class,
      NginxExplainCommand.class,
      NginxParseCommand.class,
      NginxPolicyCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  lab nginx check                  mistakes in nginx.conf, where to edit them",
      "  lab nginx explain /check_feed    which location takes it, and why",
      "  lab nginx parse site.conf        the file as data",
      "  lab nginx policy site.conf       whether a stranger's file may run"
    })
public final class NginxCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "What about nginx? Name a command below.");
  }
}
