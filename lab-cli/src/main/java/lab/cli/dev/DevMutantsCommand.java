package lab.cli.dev;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import lab.cli.course.Desk;
import lab.run.Venue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab dev mutants}: only the wrong answers, each of which must fail where it says. */
@Command(
    name = "mutants",
    description = "Try the wrong answers of stages: each fails at its check, with its hint.",
    footer = {
      "",
      "A wrong answer is a folder exercises/NN-slug/wrong/ID; stage.yaml names the",
      "check that it fails and the hint that its author gets. Starters and solutions:",
      "lab dev check.",
      "",
      "Exit code 0 when each fails where it says, 1 when one does not, 3 when the",
      "machine was too busy to tell of some.",
      "",
      "Examples:",
      "  lab dev mutants                  of all stages; takes minutes",
      "  lab dev mutants 08               of one stage",
      "  lab dev mutants 08 --only all-async"
    })
public final class DevMutantsCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "NN", description = "Stages; default: all.")
  private List<String> names = List.of();

  @Option(
      names = "--only",
      paramLabel = "ID",
      arity = "1",
      description = "A wrong answer; may be given again. Default: all.")
  private List<String> only = List.of();

  @Option(names = "--speed", paramLabel = "K", description = "The replay factor (default 10).")
  private int speed = Venue.USUAL_SPEED;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var desk = Desk.open(spec);
    var proof = new StageProof(desk, StageProof.stages(desk, names), speed, true);
    proof.demandKnown(only, proof.wrongAnswers());
    return proof.run(only.isEmpty() ? proof.wrongAnswers() : Set.copyOf(only)).code();
  }
}
