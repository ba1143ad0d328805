package lab.cli.progress;

import picocli.CommandLine.Command;

/** {@code lab state}: progress from one machine to another. */
@Command(
    name = "state",
    description = "Take your progress to another machine.",
    subcommands = {StateExportCommand.class, StateImportCommand.class},
    footer = {
      "",
      "Examples:",
      "  lab state export progress.zip",
      "  lab state import progress.zip"
    })
public final class StateCommand {}
