package lab.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lab.cli.check.RulePage;
import lab.lint.Pages;
import lab.problem.Nearest;
import lab.screen.TerminalWidth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab explain}: the page of a rule of {@code lab nginx check}. */
@Command(
    name = "explain",
    description = "Show the page of a rule of lab nginx check; without one, list all rules.",
    footer = {"", "Examples:", "  lab explain", "  lab explain stream-buffered"})
final class ExplainCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "RULE",
      description = "The name in brackets, such as stream-buffered.")
  private Optional<String> rule = Optional.empty();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    var console = Main.console(spec);
    if (rule.isEmpty()) {
      list(console, RulePage.ids());
      return ExitCode.DONE.code();
    }
    var page = Pages.of(rule.get()).orElseThrow(() -> unknown(rule.get()));
    if (console.json()) {
      console.printJson(Map.of("rule", rule.get(), "page", page));
    } else {
      int columns = TerminalWidth.columns(Optional.ofNullable(System.getenv("COLUMNS")));
      new RulePage(console.ink(), columns).lines(page).forEach(console::print);
    }
    return ExitCode.DONE.code();
  }

  private static void list(Console console, List<String> ids) {
    if (console.json()) {
      console.printJson(Map.of("rules", ids));
    } else {
      ids.forEach(console::print);
    }
  }

  private ParameterException unknown(String name) {
    var near = Nearest.of(name, RulePage.ids());
    return new ParameterException(
        spec.commandLine(),
        "There is no rule \""
            + name
            + "\"."
            + near.map(other -> " Did you mean " + other + "?")
                .orElse(" lab explain lists all rules."));
  }
}
