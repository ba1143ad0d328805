package lab.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.stream.Stream;
import lab.problem.Problem;
import lab.stack.machine.RunLogs;

/**
 * Tells a machine that cannot go on from a bug of ours: a full disk, a folder that may not be
 * written, no descriptor left.
 */
final class EnvironmentFault {
  private EnvironmentFault() {}

  /** What a person can put right; empty when nothing in the chain of causes says so. */
  static Optional<Problem> in(Throwable failure) {
    return Stream.iterate(
            Optional.of(failure), Optional::isPresent, at -> at.map(Throwable::getCause))
        .flatMap(Optional::stream)
        .map(EnvironmentFault::of)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Problem> of(Throwable failure) {
    if (failure instanceof UncheckedIOException) {
      return Optional.empty();
    }
    var words = String.valueOf(failure.getMessage());
    var file =
        failure instanceof FileSystemException about
            ? Optional.ofNullable(about.getFile()).orElse("")
            : "";
    if (failure instanceof AccessDeniedException) {
      return Optional.of(
          new Problem(
              "This file or folder may not be written.",
              file,
              "use a clone of your own, or put its owner right (ls -ld shows it)"));
    }
    if (words.contains("Read-only file system")) {
      return Optional.of(
          new Problem("The disk is mounted read-only.", file, "clone the lab to another disk"));
    }
    if (words.contains("No space left on device") || words.contains("Disk quota exceeded")) {
      return Optional.of(
          new Problem(
              "The disk is full: what came last is not kept.",
              file,
              "make room, then run it again. Logs of old runs can go, their results stay: "
                  + RunLogs.REMOVE));
    }
    if (words.contains("Too many open files")) {
      return Optional.of(
          new Problem(
              "This shell allows too few open files.", file, "ulimit -n 20000, then run it again"));
    }
    return Optional.empty();
  }
}
