package lab.cli.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lab.cli.Console;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.findings.bench.Agreement;
import lab.findings.bench.Bench;
import lab.findings.bench.Labelled;
import lab.findings.grade.Grader;
import lab.findings.rubric.RubricReader;
import lab.findings.rubric.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code lab dev findings bench}: agreement between the grader and people. */
@Command(
    name = "bench",
    description =
        "Grade a folder of NNN.md and compare with the labels in NNN.json, where there are any.",
    footer = {
      "",
      "With --json the predictions are one JSON object, in OUT if it is named, else",
      "on standard output.",
      "",
      "Examples:",
      "  lab dev findings bench texts",
      "  lab dev findings bench texts --json predictions.json"
    })
final class DevFindingsBenchCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..2",
      paramLabel = "DIR [OUT]",
      description = "The folder; and where --json writes.")
  private List<Path> paths = List.of();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    var console = Main.console(spec);
    var folder =
        paths.stream()
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow(() ->
                new ParameterException(spec.commandLine(), "Not a folder: " + paths.getFirst()));
    var rubric =
        new RubricReader(Scenario.shipped()).read(Main.workspace(spec).root().resolve("exercises"));
    var bench = Bench.run(new Grader(rubric), Labelled.all(folder));
    var out = paths.stream().filter(path -> !path.equals(folder)).findFirst();
    if (console.json() && out.isPresent()) {
      write(out.get(), bench);
    } else if (console.json()) {
      console.printJson(bench.predictions());
      return ExitCode.DONE.code();
    }
    if (bench.isLabelled()) {
      show(console, bench);
    } else {
      console.print(bench.results().size() + " write-ups graded; none has labels to compare with.");
    }
    return ExitCode.DONE.code();
  }

  private static void write(Path out, Bench bench) {
    var json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    try {
      Files.writeString(out, json.writeValueAsString(bench.predictions()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void show(Console console, Bench bench) {
    for (var id : bench.criteria()) {
      print(console, id, bench.agreement(c -> c.id().equals(id)));
    }
    var all = bench.agreement(_ -> true);
    var kept = bench.agreement(c -> !c.isUnsure());
    print(console, "pooled", all);
    print(console, "kept", kept);
    console.print(
        "kept %d of %d decisions, %d left to a person"
            .formatted(kept.decisions(), all.decisions(), all.decisions() - kept.decisions()));
    var told = bench.misconceptions();
    console.print(
        String.format(
            Locale.ROOT,
            "misconceptions: precision %.2f, recall %.2f (%d right, %d flagged, %d held)",
            told.precision(),
            told.recall(),
            told.right(),
            told.flagged(),
            told.held()));
  }

  private static void print(Console console, String name, Agreement agreement) {
    console.print(
        String.format(
            Locale.ROOT,
            "%-7s kappa %5.2f  exact %5.1f %%  off by two %4.1f %%  2 is right %5.1f %%",
            name,
            agreement.kappa(),
            100 * agreement.exact(),
            100 * agreement.offByTwo(),
            100 * agreement.twosRight()));
  }
}
