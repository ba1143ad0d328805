package lab.cli.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import lab.cli.Console;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.cli.check.RulePage;
import lab.lint.Pages;
import lab.problem.Nearest;
import lab.screen.TerminalWidth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab explain}: the page of a rule, a stage, a check, a verdict or a hint. */
@Command(
    name = "explain",
    description =
        "Show the page of a rule of lab nginx check, of a stage, a check, a kind, a verdict or a hint.",
    footer = {
      "",
      "Without a name: all rules. With --json also all stages, checks, kinds and",
      "verdicts.",
      "",
      "Examples:",
      "  lab explain stream-buffered       a rule",
      "  lab explain 08                    a stage, with your numbers",
      "  lab explain 08/stream-survives    a check",
      "  lab explain inconclusive          a verdict"
    })
public final class ExplainCommand implements Callable<Integer> {
  private static final String SCHEMA = "lab/explain/1";

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      completionCandidates = StageIds.class,
      description = "A name, such as stream-buffered or 08/config-loads.")
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
    var page =
        Pages.of(rule.get())
            .or(() -> pages().page(rule.get()))
            .orElseThrow(() -> unknown(rule.get()));
    if (console.json()) {
      console.printJson(Map.of("schema", SCHEMA, "rule", rule.get(), "page", page));
    } else {
      int columns = TerminalWidth.columns();
      new RulePage(console.ink(), columns).lines(page).forEach(console::print);
    }
    return ExitCode.DONE.code();
  }

  private void list(Console console, List<String> ids) {
    if (console.json()) {
      var all = new TreeMap<String, Object>(pages().ids());
      all.put("rules", ids);
      all.put("schema", SCHEMA);
      console.printJson(all);
    } else {
      ids.forEach(console::print);
    }
  }

  private CoursePages pages() {
    return new CoursePages(Desk.open(spec).course());
  }

  private ParameterException unknown(String name) {
    var known = new ArrayList<>(RulePage.ids());
    pages().ids().values().forEach(known::addAll);
    var near = Nearest.of(name, known);
    return new ParameterException(
        spec.commandLine(),
        "There is nothing to explain named \""
            + name
            + "\"."
            + near.map(other -> " Did you mean " + other + "?")
                .orElse(" lab explain lists all rules, lab list all stages."));
  }
}
