package lab.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code lab}. */
@Command(
    name = "lab",
    mixinStandardHelpOptions = true,
    version = "lab 1.0",
    description = "A concurrency course that you run.")
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
