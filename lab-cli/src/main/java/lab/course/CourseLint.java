package lab.course;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import lab.check.spec.CheckKind;
import lab.course.stage.OwnedFile;
import lab.course.stage.Stage;
import lab.course.stage.TriedAnswer;
import lab.course.variation.Learner;
import lab.course.yaml.Faults;

/**
 * What an author forgets: every fault of every stage.yaml, every file that a stage speaks of and
 * that is not there, files that no stage speaks of, text that is not finished, and help that nobody
 * would ever be given.
 */
public final class CourseLint {
  private final Path root;
  private final Faults faults = new Faults();
  private final Set<String> begun = new HashSet<>();

  /**
   * A look at a checkout.
   *
   * @param root the folder that holds exercises and solutions
   */
  public CourseLint(Path root) {
    this.root = root;
  }

  /** All faults of all stages. */
  public Faults look() {
    var course = Course.read(root.resolve("exercises"), Learner.anybody(), faults);
    course.stages().forEach(this::look);
    new StrayLint(root, faults).look(course.stages());
    return faults;
  }

  private void look(Stage stage) {
    var shown = "exercises/" + stage.id();
    demandFile(shown + "/stage.yaml", stage.folder().resolve("README.md"), "every stage has one");
    for (var owned : stage.owns()) {
      if (begun.add(owned.path())) {
        // A later stage goes on with the file, or begins anew with a starter of its own.
        demandFile(
            shown + "/stage.yaml", owned.shipped(root), "what '" + owned.path() + "' begins with");
      }
      demandFile(
          shown + "/stage.yaml", owned.solution(root), "the solution of '" + owned.path() + "'");
    }
    for (var check : stage.checks()) {
      switch (check.kind()) {
        case CheckKind.Findings findings ->
            demandFile(
                shown + "/stage.yaml",
                stage.folder().resolve(findings.rubric()),
                "the rubric of '" + check.id() + "'");
        case CheckKind.Snippet snippet -> {
          demandFile(
              shown + "/stage.yaml",
              stage.folder().resolve(snippet.file()),
              "the snippet of '" + check.id() + "'");
          demandFile(
              shown + "/stage.yaml",
              stage.folder().resolve(snippet.spec()),
              "the hidden checks of '" + check.id() + "'");
        }
        default -> {
          // needs no file of its own
        }
      }
    }
    if (!stage.questions().isEmpty()) {
      demandFile(shown + "/stage.yaml", stage.answers(), "where its questions are answered");
    }
    new HelpLint(stage, shown + "/stage.yaml", faults).look();
    Stream.concat(stage.right().stream(), stage.wrong().stream())
        .forEach(answer -> lookAt(stage, answer, shown + "/stage.yaml"));
  }

  private void lookAt(Stage stage, TriedAnswer answer, String file) {
    boolean any = stage.owns().stream().anyMatch(owned -> holds(owned, answer));
    if (!any) {
      var folder = stage.folder().resolve(answer.folder());
      faults.add(
          file,
          stage.lines().tried(answer.id()),
          "The " + answer.words() + " '" + answer.id() + "' has no file.",
          "Write one of the owned files below " + root.relativize(folder) + ".");
    }
  }

  private boolean holds(OwnedFile owned, TriedAnswer answer) {
    return Files.isRegularFile(owned.tried(root, answer));
  }

  private void demandFile(String by, Path file, String what) {
    if (!Files.isRegularFile(file)) {
      faults.add(by, 0, root.relativize(file) + " is not there (" + what + ").", "Write it.");
    }
  }
}
