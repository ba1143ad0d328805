package lab.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lab.cli.Console;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.cli.verify.VerifyText;
import lab.problem.Problem;
import lab.problem.UsageException;
import lab.screen.TerminalWidth;
import lab.verify.Verified;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab show}: a run as it was shown when it ended. */
@Command(
    name = "show",
    description = "Show a run again: what became of every request, and what ran out.",
    footer = {
      "",
      "Examples:",
      "  lab show latest         a run of lab run, or a verification",
      "  lab show check-feed     the latest finished run of a scenario",
      "  lab show r-0042",
      "  lab show 42 --json"
    })
public final class ShowCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "RUN",
      description = "Such as r-0042, 42, latest, or a scenario.",
      defaultValue = "latest")
  private String run = "latest";

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var console = Main.console(spec);
    var runs = new Runs(Main.workspace(spec));
    var folder = runs.folder(run);
    var result = runs.result(folder);
    var verification = runs.verification(folder);
    if (result.isPresent() && console.json()) {
      console.printJson(result.get());
    } else if (result.isPresent()) {
      int columns = TerminalWidth.columns();
      var report = new RunReport(console.ink(), columns, result.get(), folder);
      console.print("");
      report.head().forEach(console::print);
      report.lines().forEach(console::print);
    } else if (verification.isPresent()) {
      show(console, verification.get(), folder);
    } else {
      throw new UsageException(
          new Problem(
              "This run was stopped before it had a result.",
              folder.toString(),
              "What it saw until then lies in that folder; run it again for a result."));
    }
    return ExitCode.DONE.code();
  }

  private static void show(Console console, Verified verified, Path folder) {
    if (console.json()) {
      console.printJson(verified);
      return;
    }
    int columns = TerminalWidth.columns();
    var text = new VerifyText(console.ink(), columns);
    console.print("");
    console.print(
        "  "
            + console.ink().strong(verified.run())
            + "  lab verify "
            + verified.stage()
            + "  "
            + verified.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    verified.checks().stream().map(text::check).flatMap(List::stream).forEach(console::print);
    text.remarks(verified).forEach(console::print);
    console.print("  " + console.ink().strong("Kept in") + "  " + folder);
  }
}
