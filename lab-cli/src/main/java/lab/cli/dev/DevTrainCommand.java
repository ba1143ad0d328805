package lab.cli.dev;

import java.util.concurrent.Callable;
import lab.cli.ExitCode;
import lab.cli.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code lab dev train}: what people start most, one after the other in one process, so that the
 * launcher's class cache holds the classes of all of it.
 */
@Command(
    name = "train",
    hidden = true,
    description = "Do what people start most; the launcher makes its class cache from it.",
    footer = {"", "Changes no progress. Reads snippets for the shell from standard input."})
public final class DevTrainCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    var root = Main.workspace(spec).root().toString();
    var lab = spec.root().commandLine();
    lab.execute("--root", root, "doctor", "--json");
    lab.execute("--root", root, "list", "--plain");
    lab.execute("--root", root, "explain", "01");
    lab.execute("--root", root, "shell", "-q");
    return ExitCode.DONE.code();
  }
}
