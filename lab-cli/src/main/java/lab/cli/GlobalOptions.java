package lab.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command understands. */
final class GlobalOptions {
  enum Colour {
    auto,
    always,
    never
  }

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "One JSON object on standard output instead of text.")
  boolean json;

  /** Whether several JSON objects are to be expected, so that each stands on one line. */
  boolean jsonLines;

  @Option(
      names = "--plain",
      scope = ScopeType.INHERIT,
      description = "No moving screen and no colour: lines only, good for logs and screen readers.")
  boolean plain;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "No narration: results and errors only.")
  boolean quiet;

  @Option(
      names = "--color",
      scope = ScopeType.INHERIT,
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never. auto obeys NO_COLOR and TERM=dumb.")
  Colour colour = Colour.auto;

  @Option(
      names = "--root",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description =
          "The lab's folder. Default: this folder or the nearest above it that holds one.")
  Optional<Path> root = Optional.empty();

  @Option(
      names = "--no-input",
      scope = ScopeType.INHERIT,
      description = "Never ask: take the safe answer.")
  boolean noInput;
}
