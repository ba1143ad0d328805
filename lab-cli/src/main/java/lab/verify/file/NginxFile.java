package lab.verify.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import lab.lint.Checked;
import lab.lint.site.Site;
import lab.nginx.syntax.closure.Configuration;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.stack.RunningStack;
import lab.stack.StackCard;
import lab.stack.nginx.NginxBinary;
import lab.stack.nginx.UnpackedNginx;

/**
 * A configuration that is to be looked at.
 *
 * @param configuration as it was read
 * @param state the checkout's {@code .lab}; empty outside of any checkout
 */
public record NginxFile(Configuration configuration, Optional<Path> state) {
  /** What was found, and the nginx that was asked. */
  public record Looked(Checked checked, NginxBinary nginx) {}

  /**
   * Looks at it, and asks the real nginx.
   *
   * @throws ProblemException when there is no nginx
   */
  public Looked look() {
    var nginx = nginx(state);
    var facts = Incident.facts(nginx.version(), new LabMachine(ownPorts()));
    return new Looked(
        Checked.of(new Site(configuration, facts), NginxTrial.ask(nginx, configuration)), nginx);
  }

  /**
   * The nginx to ask.
   *
   * @param state the checkout's {@code .lab}, where one may have been unpacked
   * @throws ProblemException when there is none, with the command that installs one
   */
  public static NginxBinary nginx(Optional<Path> state) {
    var unpacked = state.map(folder -> folder.resolve("nginx")).orElse(Path.of("nginx"));
    return NginxBinary.find(System.getenv(), unpacked)
        .orElseThrow(() ->
            new ProblemException(
                new Problem(
                    "There is no nginx on this machine to ask.",
                    "",
                    UnpackedNginx.installCommand(
                        System.getenv(), System.getProperty("os.name", "")))));
  }

  private Set<Integer> ownPorts() {
    return state
        .filter(Files::isDirectory)
        .flatMap(folder -> new StackCard(folder).running())
        .map(RunningStack::ports)
        .map(ports -> Set.copyOf(ports.values()))
        .orElse(Set.of());
  }
}
