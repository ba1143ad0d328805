package lab.cli.writeup;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The write-up that a command works on; it comes after what the command itself wants. */
final class WriteUpFile {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = "findings.md",
      description = "The write-up. Default: ${DEFAULT-VALUE}.")
  private Path path = Path.of("findings.md");

  Path path() {
    return path;
  }

  /** What it says; see {@link FindingsDesk#text}. */
  String text() {
    return FindingsDesk.text(path);
  }
}
