package lab.cli.nginx;

import java.nio.file.Path;
import java.util.Optional;
import lab.cli.Main;
import lab.problem.ProblemException;
import lab.stack.nginx.NginxBinary;
import lab.verify.file.NginxFile;
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
    return NginxFile.nginx(state(spec));
  }

  /** The same for a command that can do without one. */
  static Optional<NginxBinary> ifAny(CommandSpec spec) {
    try {
      return Optional.of(find(spec));
    } catch (ProblemException none) {
      return Optional.empty();
    }
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
