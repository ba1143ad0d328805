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
    },
    footer = {
      "",
      "Examples:",
      "  lab findings template > findings.md    the headings to begin with",
      "  lab findings check                     what was found, in your own words",
      "  lab findings cite latest               the figures of a run, put into it"
    })
public final class FindingsCommand {}
