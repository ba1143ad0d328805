package lab.cli;

import java.nio.file.Path;
import java.util.Optional;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.stack.NginxBinary;
import lab.stack.UnpackedNginx;
import picocli.CommandLine.Model.CommandSpec;

/** The nginx that the commands about configurations ask. */
final class NginxHere {
  private NginxHere() {}

  /**
   * Finds it.
   *
   * @throws ProblemException when there is none, with the command that installs one
   */
  static NginxBinary find(CommandSpec spec) {
    var unpacked = state(spec).map(state -> state.resolve("nginx")).orElse(Path.of("nginx"));
    return NginxBinary.find(System.getenv(), unpacked)
        .orElseThrow(() ->
            new ProblemException(
                new Problem(
                    "There is no nginx on this machine to ask.",
                    "",
                    UnpackedNginx.installCommand(
                        System.getenv(), System.getProperty("os.name", "")))));
  }

  /** The lab's own folder; a file can be asked about outside of any checkout too. */
  static Optional<Path> state(CommandSpec spec) {
    try {
      return Optional.of(Main.workspace(spec).state());
    } catch (ProblemException notInACheckout) {
      return Optional.empty();
    }
  }
}
