package lab.cli.dev;

import picocli.CommandLine.Command;

/** {@code lab dev}: for authors and maintainers. */
@Command(
    name = "dev",
    description = "For authors: measure and check the course itself.",
    subcommands = {
      DevNewCommand.class,
      DevCheckCommand.class,
      DevMutantsCommand.class,
      DevFlakeCommand.class,
      DevStagesCommand.class,
      DevFindingsCommand.class,
      DevDocsCommand.class,
      DevTrainCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  lab dev new 13-rate-limits    the files of a new stage",
      "  lab dev stages                faults of every stage.yaml, by line",
      "  lab dev check 13              starter and wrong answers fail, solution passes",
      "  lab dev mutants 13            only the wrong answers",
      "  lab dev flake 13 -n 50        how often a verdict comes out wrong",
      "  lab dev docs > stages.md      the reference: kinds, signs, numbers"
    })
public final class DevCommand {}
