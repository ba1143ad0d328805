package server;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code server}. */
@Command(name = "server", mixinStandardHelpOptions = true, description = "The system under study.")
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
