package lab.cli.stack;

import java.util.List;
import java.util.stream.Stream;
import lab.cli.Console;
import lab.stack.Program;

/**
 * The coloured, aligned names in front of log lines, as a Procfile runner prints them.
 *
 * @param console decides about colour
 */
record LogNames(Console console) {
  private static final int WIDTH = 8;
  private static final List<String> PROGRAMS =
      Stream.of(Program.values()).map(Program::label).toList();

  String prefix(String program) {
    var ink = console.ink();
    var padded = program + " ".repeat(Math.max(0, WIDTH - program.length()));
    return ink.distinct(PROGRAMS.indexOf(program), padded) + ink.faint("| ");
  }
}
