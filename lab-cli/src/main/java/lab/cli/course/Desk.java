package lab.cli.course;

import java.util.Optional;
import java.util.stream.Collectors;
import lab.cli.Console;
import lab.cli.Main;
import lab.cli.Workspace;
import lab.course.Course;
import lab.course.Standing;
import lab.course.files.HalfWritten;
import lab.course.files.StageFiles;
import lab.course.files.UnderWay;
import lab.course.journal.Journal;
import lab.course.stage.Stage;
import lab.course.variation.Learner;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * What every command of the course works with.
 *
 * @param spec of the command
 * @param console where it writes
 * @param workspace the checkout
 * @param journal what happened so far
 * @param course with the learner's numbers
 */
public record Desk(
    CommandSpec spec, Console console, Workspace workspace, Journal journal, Course course) {
  /** Opens journal and course; what a person should hear about what is kept is told. */
  public static Desk open(CommandSpec spec) {
    var console = Main.console(spec);
    var workspace = Main.workspace(spec);
    var journal = workspace.journal(console::note);
    var course = Course.load(workspace.root().resolve("exercises"), journal.progress().learner());
    HalfWritten.sweep(workspace.root(), course);
    return new Desk(spec, console, workspace, journal, course);
  }

  /** The same desk with the numbers of another learner, whom the journal need not know. */
  public Desk of(Learner learner) {
    return new Desk(
        spec,
        console,
        workspace,
        journal,
        Course.load(workspace.root().resolve("exercises"), learner));
  }

  /** Where the learner stands now. */
  public Standing standing() {
    return new Standing(course, journal.progress(), BuiltKinds::judges);
  }

  /** Something that changes files begins: a next start says so when it is killed before its end. */
  UnderWay underWay(String command) {
    return UnderWay.act(workspace.state(), command, journal);
  }

  public StageFiles files() {
    return new StageFiles(workspace.root(), workspace.state(), course, journal);
  }

  /**
   * The stage that a person named, or where they are.
   *
   * @param name a number, a name, or {@code +N} and {@code -N} from where they are
   * @throws ParameterException with the list of all stages when there is none
   */
  public Stage stage(Optional<String> name) {
    var here = standing().here();
    if (name.isEmpty()) {
      return here.orElseThrow(() -> wrong("This course has no stages yet."));
    }
    var text = name.get();
    if (text.matches("[+-]\\d{1,2}")) {
      return here.flatMap(from -> course.relative(from, Integer.parseInt(text)))
          .orElseThrow(() -> wrong("There is no stage " + text + " from here."));
    }
    return course.stage(text).orElseThrow(() -> wrong("There is no stage '" + text + "'."));
  }

  /**
   * Demands that a check is one of a stage's.
   *
   * @throws ParameterException with the checks of the stage when it is none
   */
  public void demandCheck(Stage stage, Optional<String> check) {
    if (check.isPresent() && stage.check(check.get()).isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "Stage %s has no check '%s'. It has: %s."
              .formatted(
                  stage.number(),
                  check.get(),
                  String.join(", ", stage.checks().stream().map(one -> one.id()).toList())));
    }
  }

  /** A wrong use of the command, answered with the stages and how far each is from here. */
  private ParameterException wrong(String text) {
    var here = standing().here();
    int from = here.map(course.stages()::indexOf).orElse(0);
    var list =
        course.stages().stream()
            .map(stage -> {
              int offset = course.stages().indexOf(stage) - from;
              return "  %s %3s  %s  %s"
                  .formatted(
                      offset == 0 ? ">" : " ",
                      offset == 0 ? "" : (offset > 0 ? "+" : "") + offset,
                      stage.id(),
                      stage.title());
            })
            .collect(Collectors.joining(System.lineSeparator()));
    return new ParameterException(
        spec.commandLine(),
        text
            + (list.isEmpty()
                ? ""
                : " The stages, and how far they are from here:" + System.lineSeparator() + list));
  }
}
