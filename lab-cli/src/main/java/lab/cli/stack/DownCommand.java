package lab.cli.stack;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.stack.StackCard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lab down}: ends the stack of this checkout, and nothing else. */
@Command(
    name = "down",
    description = "End the stack that is up in this checkout; only processes that carry its nonce.",
    footer = {
      "",
      "Exit code 0 also when nothing was up.",
      "",
      "Examples:",
      "  lab down",
      "  lab down --json    what was ended, by name"
    })
public final class DownCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    var console = Main.console(spec);
    List<String> ended = new StackCard(Main.workspace(spec).state()).down();
    if (console.json()) {
      console.printJson(Map.of("schema", "lab/down/1", "ended", ended));
    } else {
      console.print(ended.isEmpty() ? "Nothing was up." : "Ended:");
      ended.forEach(one -> console.print("  " + one));
    }
    return ExitCode.DONE.code();
  }
}
