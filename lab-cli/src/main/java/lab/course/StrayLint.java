package lab.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.check.spec.CheckKind;
import lab.course.journal.DiskProblem;
import lab.course.stage.Stage;
import lab.course.stage.TriedAnswer;
import lab.course.yaml.Faults;

/** Files that no stage speaks of, and text that its author has not finished. */
final class StrayLint {
  private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME)\\b");

  private final Path root;
  private final Faults faults;

  /**
   * A look at a checkout.
   *
   * @param root the folder that holds exercises and solutions
   * @param faults told what is found
   */
  StrayLint(Path root, Faults faults) {
    this.root = root;
    this.faults = faults;
  }

  void look(List<Stage> stages) {
    for (var stage : stages) {
      tried(stage, "right", stage.right(), "List it there below 'right', or delete it.");
      tried(
          stage,
          "wrong",
          stage.wrong(),
          "List it there below 'wrong', with the check that it fails, or delete it.");
      owned(stage, stage.solutions());
      text(stage);
    }
    for (var folder : entries(root.resolve("solutions"), Files::isDirectory)) {
      if (!Files.exists(root.resolve("exercises").resolve(folder.getFileName()))) {
        fault(folder, 0, "belongs to no stage.", "Delete it, or write the stage it is for.");
      }
    }
  }

  private void tried(Stage stage, String sort, List<? extends TriedAnswer> listed, String next) {
    var known = listed.stream().map(TriedAnswer::id).toList();
    for (var folder : entries(stage.folder().resolve(sort), path -> true)) {
      if (known.contains(folder.getFileName().toString())) {
        owned(stage, folder);
      } else {
        fault(
            folder,
            0,
            "is no %s answer of exercises/%s/stage.yaml: nobody tries it."
                .formatted(sort, stage.id()),
            next);
      }
    }
  }

  /** Every file of a solution or of an answer that is tried stands for one that the stage owns. */
  private void owned(Stage stage, Path folder) {
    var owned = stage.owns().stream().map(file -> folder.resolve(file.relative())).toList();
    for (var file : files(folder)) {
      if (!owned.contains(file)) {
        fault(
            file,
            0,
            "stands for no file that stage " + stage.number() + " owns: nobody reads it.",
            "Name the file below 'owns' in exercises/" + stage.id() + "/stage.yaml, or delete it.");
      }
    }
  }

  private void text(Stage stage) {
    var texts =
        new ArrayList<>(
            List.of(stage.folder().resolve("stage.yaml"), stage.folder().resolve("README.md")));
    for (var check : stage.checks()) {
      switch (check.kind()) {
        case CheckKind.Findings findings -> texts.add(stage.folder().resolve(findings.rubric()));
        case CheckKind.Snippet snippet -> texts.add(stage.folder().resolve(snippet.spec()));
        default -> {
          // has no text beside stage.yaml
        }
      }
    }
    texts.addAll(files(stage.solutions()));
    texts.stream().filter(Files::isRegularFile).forEach(this::unfinished);
  }

  private void unfinished(Path file) {
    try {
      var lines = Files.readAllLines(file);
      for (int at = 0; at < lines.size(); at++) {
        var word = UNFINISHED.matcher(lines.get(at));
        if (word.find()) {
          fault(file, at + 1, "says " + word.group() + ".", "Finish it, and take the word out.");
        }
      }
    } catch (IOException e) {
      throw DiskProblem.of(file, e);
    }
  }

  /** A line of 0 is the file as a whole. */
  private void fault(Path file, int line, String text, String next) {
    var shown = root.relativize(file).toString();
    faults.add(shown, line, (line == 0 ? shown : "The line") + " " + text, next);
  }

  private static List<Path> entries(Path folder, Predicate<Path> which) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var entries = Files.list(folder)) {
      return seen(entries).filter(which).toList();
    } catch (IOException e) {
      throw DiskProblem.of(folder, e);
    }
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return seen(files).filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw DiskProblem.of(folder, e);
    }
  }

  /** Without what editors and systems leave behind, which no repository takes. */
  private static Stream<Path> seen(Stream<Path> files) {
    return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted();
  }
}
