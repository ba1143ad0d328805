package lab.cli.dev;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import lab.run.Venue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code lab dev check}: starters fail, what is right passes, what is wrong fails where it must.
 */
@Command(
    name = "check",
    description =
        "Prove stages: starter fails, right answers pass, wrong ones fail where they must.",
    footer = {
      "",
      "Everything is judged with real traffic, as lab verify does; runs that a stage",
      "asks for are made. A wrong answer is judged by the check that it must fail at",
      "and what that needs. Nothing of the learner's progress is touched: the evidence",
      "is in .lab/dev.",
      "",
      "Exit code 0 when all is as the stages say, 1 when not; then the check that",
      "decided it is shown with what it wanted and saw. 3 when the machine was too",
      "busy to tell of some, and the others are as the stages say.",
      "",
      "Examples:",
      "  lab dev check                 all stages; takes minutes",
      "  lab dev check 08              one stage",
      "  lab dev check 08 --only all-async --only solution",
      "  lab dev check 05 --no-traffic       its wrong snippets",
      "  lab dev check 08 --learner ada      the same on ada's numbers"
    })
public final class DevCheckCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "NN", description = "Stages; default: all.")
  private List<String> names = List.of();

  @Option(
      names = "--only",
      paramLabel = "WHAT",
      arity = "1",
      description =
          "starter, solution, or a right or wrong answer; may be given again. Default: all.")
  private List<String> only = List.of();

  @Option(
      names = "--no-traffic",
      description = "Only what is judged without traffic, now or on record: no stack is started.")
  private boolean noTraffic;

  @Option(names = "--speed", paramLabel = "K", description = "The replay factor (default 10).")
  private int speed = Venue.USUAL_SPEED;

  @Option(
      names = "--learner",
      paramLabel = "NAME",
      description = "With the numbers of this learner (default: the one of this checkout).")
  private Optional<String> learner = Optional.empty();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var desk = AuthorDesk.open(spec, learner);
    var proof = new StageProof(desk, StageProof.stages(desk, names), speed, !noTraffic);
    var known = proof.everything();
    proof.demandKnown(only, known);
    return proof.run(only.isEmpty() ? known : Set.copyOf(only)).code();
  }
}
