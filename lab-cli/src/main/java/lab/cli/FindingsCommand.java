package lab.cli;

import picocli.CommandLine.Command;

/** {@code lab findings}: the learner's write-up. */
@Command(
    name = "findings",
    description = "Check your write-up, or begin one.",
    subcommands = {FindingsCheckCommand.class, FindingsTemplateCommand.class})
final class FindingsCommand {}
