package lab.cli.writeup;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import lab.cli.Console;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.findings.cite.Citation;
import lab.findings.figures.RecordedRun;
import lab.problem.Problem;
import lab.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab findings cite}: a run's figures into the write-up, with the id of the run. */
@Command(
    name = "cite",
    description = "Put the figures of a run into your write-up, with the id of the run.",
    footer = {
      "",
      "The lines go to the end of the section Routing, or of the one that --section",
      "names.",
      "",
      "Examples:",
      "  lab findings cite r-0042",
      "  lab findings cite latest --route /check_feed",
      "  lab findings cite r-0042 --print"
    })
final class FindingsCiteCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "RUN", description = "Such as r-0042, 42 or latest.")
  private String run = "";

  @Mixin private WriteUpFile file = new WriteUpFile();

  @Option(
      names = "--route",
      paramLabel = "PATH",
      description = "Only this route, such as /check_feed.")
  private String route = "";

  @Option(
      names = "--section",
      paramLabel = "HEADING",
      defaultValue = "Routing",
      description = "The section. Default: ${DEFAULT-VALUE}.")
  private String section = "Routing";

  @Option(names = "--print", description = "Print the lines and leave the write-up alone.")
  private boolean print;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var console = Main.console(spec);
    var lanes = lanes(FindingsDesk.open(spec).runs());
    var citation = Citation.of(lanes);
    lanes.stream().limit(1).forEach(lane -> warn(console, lane));
    if (print) {
      if (console.json()) {
        console.printJson(Map.of("schema", "lab/citation/1", "lines", citation.lines()));
      } else {
        citation.lines().forEach(console::print);
      }
      return ExitCode.DONE.code();
    }
    var placed = citation.into(file.text(), section.toLowerCase(Locale.ROOT));
    FindingsDesk.write(file.path(), placed.text());
    if (console.json()) {
      console.printJson(
          Map.of("schema", "lab/citation/1", "line", placed.line(), "lines", citation.lines()));
    } else {
      console.say(file.path() + ", line " + placed.line() + ":");
      citation.lines().forEach(console::print);
    }
    return ExitCode.DONE.code();
  }

  /** Not narration: it is said even when narration is off. */
  private static void warn(Console console, RecordedRun lane) {
    lane.spoilt()
        .ifPresent(why -> {
          console
              .err()
              .println(
                  console.ink().warn("note") + "  " + lane.run() + " does not count: " + why + ".");
          console.err().println("      Make it again with lab run, and cite that one.");
          console.err().flush();
        });
  }

  private List<RecordedRun> lanes(List<RecordedRun> all) {
    var ids = all.stream().map(RecordedRun::run).distinct().toList();
    if (ids.isEmpty()) {
      throw new ProblemException(
          new Problem(
              "There is no run to cite yet.",
              Main.workspace(spec).runs().toString(),
              "Make one: lab run incident"));
    }
    var wanted = run.matches("\\d{1,9}") ? "r-%04d".formatted(Long.parseLong(run)) : run;
    var id = wanted.equals("latest") ? ids.getLast() : wanted;
    var lanes =
        all.stream()
            .filter(lane -> lane.run().equals(id))
            .filter(lane -> route.isEmpty() || lane.route().equals(route))
            .toList();
    if (lanes.isEmpty()) {
      throw new ProblemException(
          new Problem(
              "No complete run " + id + (route.isEmpty() ? "." : " has requests to " + route + "."),
              Main.workspace(spec).runs().toString(),
              "There are " + ids.getFirst() + " to " + ids.getLast() + "."));
    }
    return lanes;
  }
}
