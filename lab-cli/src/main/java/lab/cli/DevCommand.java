package lab.cli;

import lab.cli.course.DevKindsCommand;
import lab.cli.course.DevNewCommand;
import picocli.CommandLine.Command;

/** {@code lab dev}: for authors and maintainers. */
@Command(
    name = "dev",
    description = "For authors: measure and check the course itself.",
    subcommands = {
      DevNewCommand.class,
      DevStagesCommand.class,
      DevKindsCommand.class,
      DevFindingsCommand.class,
      DevBookCommand.class
    })
final class DevCommand {}
