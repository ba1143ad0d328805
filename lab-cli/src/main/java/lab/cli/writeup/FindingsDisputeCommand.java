package lab.cli.writeup;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lab.cli.Console;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.cli.findings.Paragraphs;
import lab.findings.record.Entry;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.screen.TerminalWidth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab findings dispute}: "I did write this." */
@Command(
    name = "dispute",
    description = "Say that a line of yours answers a criterion, so that a person looks at it.",
    footer = {
      "",
      "The criterion's points become open: they count neither way until an instructor",
      "has read the line. A dispute stands while the line does.",
      "",
      "Examples:",
      "  lab findings dispute C4 --line 31",
      "  lab findings dispute A6 --line 9 notes.md"
    })
final class FindingsDisputeCommand implements Callable<Integer> {
  @Mixin private CriterionName criterion = new CriterionName();

  @Mixin private WriteUpFile file = new WriteUpFile();

  @Option(
      names = "--line",
      required = true,
      paramLabel = "N",
      description = "The line that answers it, from 1.")
  private int line;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var console = Main.console(spec);
    var desk = FindingsDesk.open(spec);
    var rubric = desk.rubric();
    var id = criterion.in(rubric, spec);
    var quote = quoted(file.text().lines().toList());
    var version = rubric.version() + "-" + rubric.hash();
    desk.record().add(new Entry.Disputed(Instant.now(), id, line, quote, version));
    if (console.json()) {
      console.printJson(
          Map.of("schema", "lab/dispute/1", "criterion", id, "line", line, "quote", quote));
    } else {
      show(console, id, quote);
    }
    return ExitCode.DONE.code();
  }

  private void show(Console console, String id, String quote) {
    int columns = TerminalWidth.columns();
    new Paragraphs(columns)
        .hanging(console.ink().strong(id) + "  ", "line " + line + ": \"" + quote + "\"")
        .forEach(console::print);
    console.print("    Noted for your instructor. Its points are open now:");
    console.print("    " + console.ink().name("./lab findings check"));
  }

  private String quoted(List<String> lines) {
    if (line < 1 || line > lines.size() || lines.get(line - 1).isBlank()) {
      throw new ProblemException(
          new Problem(
              "There are no words on line " + line + ".",
              file.path() + " has " + lines.size() + " lines",
              "Name the line that says it: --line N"));
    }
    return lines.get(line - 1).strip();
  }
}
