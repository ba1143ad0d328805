package lab.cli.writeup;

import picocli.CommandLine.Command;

/** {@code lab findings}: the learner's write-up. */
@Command(
    name = "findings",
    description = "Begin your write-up, check it, cite runs in it, dispute what was not found.",
    subcommands = {
      FindingsCheckCommand.class,
      FindingsCiteCommand.class,
      FindingsAnswerCommand.class,
      FindingsDisputeCommand.class,
      FindingsTemplateCommand.class
    })
public final class FindingsCommand {}
