package lab.cli.writeup;

import java.util.Map;
import java.util.concurrent.Callable;
import lab.cli.ExitCode;
import lab.cli.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lab findings template}: the headings of a write-up, with nothing that earns a point. */
@Command(
    name = "template",
    description = "Print the headings of findings.md.",
    footer = {"", "Example:", "  lab findings template > findings.md"})
final class FindingsTemplateCommand implements Callable<Integer> {
  private static final String TEMPLATE =
      """
      # Findings

      ## Causes

      <!-- Why do feed checks and streams break the site? Capacity against load; what 502 and 504 mean. -->

      ## Worker models

      <!-- prefork, pool, async: a strength and a weakness of each, with its reason. What does Java add? -->

      ## Routing

      <!-- Where does each route go, and why there? What does it cost? Figures before and after. -->
      """;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    var console = Main.console(spec);
    if (console.json()) {
      console.printJson(Map.of("schema", "lab/template/1", "text", TEMPLATE));
    } else {
      console.print(TEMPLATE.strip());
    }
    return ExitCode.DONE.code();
  }
}
