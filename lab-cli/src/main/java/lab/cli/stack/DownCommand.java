package lab.cli.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.cli.RunText;
import lab.screen.TerminalWidth;
import lab.stack.StackCard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lab down}: ends the stack of this checkout, and nothing else. */
@Command(
    name = "down",
    description = "End the stack that is up in this checkout; only processes that carry its nonce.",
    footer = {"", "Exit code 0 also when nothing was up."})
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
      int columns = TerminalWidth.columns(Optional.ofNullable(System.getenv("COLUMNS")));
      RunText.wrap(
              "",
              ended.isEmpty() ? "Nothing was up." : "Ended: " + String.join(", ", ended),
              columns)
          .forEach(console::print);
    }
    return ExitCode.DONE.code();
  }
}
