package lab.cli;

import picocli.CommandLine.Command;

/** {@code lab dev}: for authors and maintainers. */
@Command(
    name = "dev",
    description = "For authors: measure and check the course itself.",
    subcommands = {DevFindingsCommand.class, DevStagesCommand.class, DevBookCommand.class})
final class DevCommand {}
