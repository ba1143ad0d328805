package lab.stack.nginx;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lab.problem.Problem;
import lab.problem.ProblemException;

/**
 * Where a stack has its nginx from: one that is on the machine, else a copy unpacked for it, else a
 * person who installs one.
 */
public final class NginxSupply {
  private final Map<String, String> environment;
  private final List<String> usualFolders;
  private final UnpackedNginx.Source packages;

  /**
   * Another machine.
   *
   * @param environment the process environment
   * @param usualFolders that are looked into beside the PATH
   * @param packages where a copy to unpack comes from
   */
  NginxSupply(
      Map<String, String> environment, List<String> usualFolders, UnpackedNginx.Source packages) {
    this.environment = Map.copyOf(environment);
    this.usualFolders = List.copyOf(usualFolders);
    this.packages = packages;
  }

  /** That of the machine on which this process runs. */
  public static NginxSupply here() {
    return new NginxSupply(System.getenv(), NginxBinary.USUAL_FOLDERS, UnpackedNginx::download);
  }

  /**
   * The nginx to start.
   *
   * @param unpacked the folder of the unpacked copy, which need not exist
   * @param progress told, in words, that a copy is being made
   * @throws ProblemException when there is none that can be started and none can be had, with the
   *     command that installs one
   */
  public NginxBinary nginx(Path unpacked, Consumer<String> progress) {
    return NginxBinary.find(environment, usualFolders, unpacked)
        .orElseGet(() -> {
          if (!UnpackedNginx.possible(environment)) {
            throw new ProblemException(
                new Problem(
                    "nginx is not installed.",
                    "looked on the PATH, in the usual folders and at $LAB_NGINX",
                    UnpackedNginx.installCommand(environment, System.getProperty("os.name", ""))));
          }
          progress.accept("nginx is not installed: unpacking a copy into " + unpacked);
          return UnpackedNginx.unpack(unpacked, packages);
        });
  }
}
