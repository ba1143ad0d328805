package lab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import lab.course.files.ProgressImport;
import lab.course.files.UnderWay;
import lab.course.journal.DiskProblem;
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
  /** Before the JDK's name: the file in which the launcher names its last build for that JDK. */
  private static final String STAMP = "built-";

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

  /**
   * Demands that this lab is still the one that the launcher would start: it keeps what it was
   * started from, and would judge with the programs of then.
   *
   * @throws ProblemException when the launcher has built another since
   */
  public void demandCurrent() {
    Optional.ofNullable(System.getProperty("lab.dist"))
        .map(Path::of)
        .ifPresent(this::demandCurrent);
  }

  /**
   * The same.
   *
   * @param dist the build that this lab was started from, such as {@code
   *     .lab/dist/1234-5678-25.0.3-9012}: what is in it, then the JDK
   */
  void demandCurrent(Path dist) {
    var own = dist.getFileName().toString();
    try (var entries = Files.list(state())) {
      for (var entry : (Iterable<Path>) entries::iterator) {
        var name = entry.getFileName().toString();
        if (name.startsWith(STAMP)
            && own.endsWith("-" + name.substring(STAMP.length()))
            && !Files.readString(entry).strip().equals(own)) {
          throw new ProblemException(
              new Problem(
                  "The lab was built anew since this one was started, which has the old programs.",
                  dist.toString(),
                  "end this one, then start it again"));
        }
      }
    } catch (IOException e) {
      throw DiskProblem.of(state(), e);
    }
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
