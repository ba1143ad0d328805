package server.cli;

import picocli.CommandLine.Model.CommandSpec;
import server.settings.Program;

/** The line that says that a program serves. */
final class Ready {
  private Ready() {}

  static void say(CommandSpec command, Program program) {
    var out = command.commandLine().getOut();
    out.printf(
        "ready %s pid=%d port=%d%n", command.name(), ProcessHandle.current().pid(), program.port());
    out.flush();
  }
}
