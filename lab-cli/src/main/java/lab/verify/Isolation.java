package lab.verify;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lab.check.CheckResult;
import lab.check.CheckResult.Reason;
import lab.check.Signs;
import lab.check.Verdict;
import lab.check.judge.Results;
import lab.check.spec.CheckSpec;
import lab.problem.FaultyFileException;
import lab.problem.Problem;
import lab.problem.ProblemException;

/**
 * Keeps what goes wrong in one check from ending the others: a fault in a file of the learner's
 * fails the checks that need the file, and a bug of ours spoils the check that met it. What is
 * wrong with the machine ends them all, for it would end each.
 */
final class Isolation {
  private static final int SHOWN = 3;

  private final Path root;
  private final Path bugs;
  private final IdentityHashMap<RuntimeException, String> saved = new IdentityHashMap<>();

  /**
   * Prepares it.
   *
   * @param root the checkout; places are told from there
   * @param state the checkout's {@code .lab}, where traces of bugs are kept
   */
  Isolation(Path root, Path state) {
    this.root = root;
    this.bugs = state.resolve("bugs");
  }

  /**
   * What the work comes to, or what became of it.
   *
   * @throws ProblemException as the work did, when the machine is not fit
   * @throws IOException as the work did
   * @throws InterruptedException as the work did
   */
  CheckResult judge(CheckSpec check, TimeLimit.Work<CheckResult> work)
      throws IOException, InterruptedException {
    try {
      return work.run();
    } catch (FaultyFileException fault) {
      return refused(check, fault.problems());
    } catch (ProblemException machine) {
      throw machine;
    } catch (RuntimeException failure) {
      if (isOfTheMachine(failure)) {
        throw failure;
      }
      return spoilt(check, failure);
    }
  }

  /** Whether the system refused something, which whoever called us tells from a bug. */
  private static boolean isOfTheMachine(Throwable failure) {
    return Stream.iterate(
            Optional.of(failure), Optional::isPresent, at -> at.map(Throwable::getCause))
        .flatMap(Optional::stream)
        .anyMatch(IOException.class::isInstance);
  }

  private CheckResult refused(CheckSpec check, List<Problem> problems) {
    return Results.fail(
        check,
        line(problems.getFirst()),
        new Reason(
            "files with which the application can be started",
            problems.size() + (problems.size() == 1 ? " fault" : " faults"),
            problems.stream().limit(SHOWN).map(this::placed).toList(),
            "With a file that is refused nothing can be started, and so nothing was tried.",
            problems.stream().map(Problem::next).distinct().limit(SHOWN).toList()),
        Signs.SYNTAX);
  }

  /** The fault in one line, its place first where it has one. */
  private String line(Problem problem) {
    var place = shown(problem.where()).lines().findFirst().orElse("");
    return place.matches(".*:\\d+.*") ? place + ": " + problem.what() : problem.what();
  }

  /** The fault below its place, which may be several lines. */
  private String placed(Problem problem) {
    return problem.where().isEmpty()
        ? problem.what()
        : shown(problem.where()) + "\n" + problem.what();
  }

  private String shown(String where) {
    return where.replace(root + File.separator, "");
  }

  private CheckResult spoilt(CheckSpec check, RuntimeException bug) {
    return new CheckResult(
        check.id(),
        check.title(),
        Verdict.LAB_ERROR,
        "a bug in the lab: " + bug,
        Optional.of(
            new Reason(
                "a verdict",
                bug.toString(),
                List.of(saved.computeIfAbsent(bug, this::save)),
                "This is a bug in the lab and says nothing about you. What else there is was judged.",
                List.of("lab verify"))),
        List.of(),
        Map.of());
  }

  /** Keeps the trace; a disk that does not take it is no reason to say nothing of the bug. */
  private String save(RuntimeException bug) {
    var trace = new StringWriter();
    bug.printStackTrace(new PrintWriter(trace));
    try {
      Files.createDirectories(bugs);
      var file = Files.createTempFile(bugs, "bug-", ".txt");
      Files.writeString(file, trace.toString());
      return "the trace is in " + shown(file.toString());
    } catch (IOException notKept) {
      return "its trace could not be saved in " + shown(bugs.toString());
    }
  }
}
