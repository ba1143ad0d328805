package server.cli;

import picocli.CommandLine.Option;

/** When a program ends, apart from SIGTERM and SIGINT. */
final class LifeOptions {
  @Option(
      names = "--exit-with-stdin",
      description = "End at once when standard input ends, as it does when the parent dies.")
  private boolean exitWithStdin;

  /** Begins to watch what it was told to. */
  void begin() {
    if (exitWithStdin) {
      Lifetime.endWith(System.in);
    }
  }
}
