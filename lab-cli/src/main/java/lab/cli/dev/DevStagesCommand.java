package lab.cli.dev;

import java.util.Map;
import java.util.concurrent.Callable;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.course.CourseLint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lab dev stages}: all faults of all stages. */
@Command(
    name = "stages",
    description = "List every fault of every stage.yaml by file and line, and every missing file.",
    footer = {
      "",
      "Exit code 0 when there is none, 1 when there are.",
      "",
      "Examples:",
      "  lab dev stages",
      "  lab dev stages --json"
    })
final class DevStagesCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    var console = Main.console(spec);
    var problems = new CourseLint(Main.workspace(spec).root()).look().problems();
    if (console.json()) {
      console.printJson(Map.of("schema", "lab/stages/1", "faults", problems));
    } else {
      for (var fault : problems) {
        console.print(fault.where() + ": " + fault.what());
        console.print("    " + fault.next());
      }
      console.print(problems.isEmpty() ? "No faults." : problems.size() + " faults.");
    }
    return (problems.isEmpty() ? ExitCode.DONE : ExitCode.NOT_YET).code();
  }
}
