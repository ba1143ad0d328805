package lab.cli.dev;

import picocli.CommandLine.Command;

/** {@code lab dev findings}: the grader of write-ups seen from outside. */
@Command(
    name = "findings",
    description = "Measure the grading of write-ups.",
    subcommands = DevFindingsBenchCommand.class,
    footer = {"", "Examples:", "  lab dev findings bench texts"})
final class DevFindingsCommand {}
