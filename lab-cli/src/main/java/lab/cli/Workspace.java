package lab.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import lab.course.files.ProgressImport;
import lab.course.files.UnderWay;
import lab.course.journal.Journal;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.stack.ServerJar;

/**
 * One checkout of the lab.
 *
 * @param root the folder that holds {@code exercises/} and {@code nginx/}
 */
public record Workspace(Path root) {
  /**
   * Finds the checkout.
   *
   * @param given the folder that the person named, if any
   * @param from where to begin looking upwards when none was named
   * @throws ProblemException when no folder on the way up is a checkout
   */
  public static Workspace find(Optional<Path> given, Path from) {
    var launched = Optional.ofNullable(System.getProperty("lab.root")).map(Path::of);
    var start = given.orElse(from).toAbsolutePath().normalize();
    for (var folder = start; folder != null; folder = folder.getParent()) {
      if (isCheckout(folder)) {
        return new Workspace(folder);
      }
    }
    if (given.isEmpty() && launched.filter(Workspace::isCheckout).isPresent()) {
      return new Workspace(launched.get());
    }
    throw new ProblemException(
        new Problem(
            "This is not a lab folder.",
            start + " (no folder on the way up holds exercises/ beside nginx/)",
            "cd into the clone of the lab, or name it: lab --root DIR"));
  }

  /** What the lab keeps on disk: progress, runs, logs. */
  public Path state() {
    return root.resolve(".lab");
  }

  /**
   * What happened so far, once an import that was stopped has been brought to its end.
   *
   * @param told what a person should hear of either, and of what a killed lab left undone
   * @throws ProblemException when it cannot be read
   */
  public Journal journal(Consumer<String> told) {
    new ProgressImport(root, state()).settle().ifPresent(told);
    var journal = Journal.open(state(), Clock.systemUTC());
    journal.notices().forEach(told);
    UnderWay.settle(state(), journal).forEach(told);
    return journal;
  }

  public Path runs() {
    return state().resolve("runs");
  }

  /** The programs under study, as the launcher or the build left them. */
  public ServerJar serverJar() {
    return new ServerJar(
        Optional.ofNullable(System.getProperty("lab.server.jar"))
            .map(Path::of)
            .orElse(root.resolve("server/target/server.jar")));
  }

  public Path nginxConf() {
    return root.resolve("nginx").resolve("nginx.conf");
  }

  /** By folders: the files in them are the learner's, who may have lost one. */
  private static boolean isCheckout(Path folder) {
    return Files.isDirectory(folder.resolve("exercises"))
        && Files.isDirectory(folder.resolve("nginx"));
  }
}
