package lab.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import lab.course.stage.Stage;
import lab.course.stage.StageReader;
import lab.course.variation.Learner;
import lab.course.yaml.Faults;
import lab.problem.Problem;
import lab.problem.ProblemException;

/**
 * All stages, in the order of their numbers.
 *
 * @param learner whose numbers stand in the texts
 */
public record Course(Learner learner, List<Stage> stages) {
  public Course {
    stages = List.copyOf(stages);
  }

  /**
   * Reads every stage.
   *
   * @param exercises the folder that holds them
   * @throws ProblemException with all faults of all stages, by file and line
   */
  public static Course load(Path exercises, Learner learner) {
    var faults = new Faults();
    var course = read(exercises, learner, faults);
    faults.demandNone();
    return course;
  }

  /** Reads what can be read of every stage, and collects the faults. */
  public static Course read(Path exercises, Learner learner, Faults faults) {
    var reader = new StageReader(learner, faults);
    var stages = new ArrayList<Stage>();
    folders(exercises).forEach(folder -> reader.read(folder).ifPresent(stages::add));
    var course = new Course(learner, stages);
    course.findFaults(faults);
    return course;
  }

  /** A stage by its number, its folder's name or its slug. */
  public Optional<Stage> stage(String name) {
    return stages.stream()
        .filter(stage ->
            stage.number().equals(name)
                || stage.number().equals("0" + name)
                || stage.id().equals(name)
                || stage.slug().equals(name))
        .findFirst();
  }

  /**
   * The stage that stands some places after another.
   *
   * @param places negative for before
   */
  public Optional<Stage> relative(Stage from, int places) {
    int index = stages.indexOf(from) + places;
    return index >= 0 && index < stages.size() ? Optional.of(stages.get(index)) : Optional.empty();
  }

  private void findFaults(Faults faults) {
    var numbers = new TreeMap<String, String>();
    for (var stage : stages) {
      var shown = "exercises/" + stage.id() + "/stage.yaml";
      for (var need : stage.needs()) {
        if (!numbers.containsKey(need)) {
          faults.add(
              shown,
              stage.lines().need(need),
              "'needs' names stage " + need + ", which does not come before it.",
              "Stages before it: " + String.join(", ", numbers.keySet()) + ".");
        }
      }
      var other = numbers.putIfAbsent(stage.number(), stage.id());
      if (other != null) {
        faults.add(
            shown,
            0,
            "Stage " + stage.number() + " is there twice.",
            "Renumber this folder or exercises/" + other + ".");
      }
    }
  }

  private static List<Path> folders(Path exercises) {
    try (var entries = Files.list(exercises)) {
      return entries
          .filter(Files::isDirectory)
          .filter(folder -> Files.exists(folder.resolve("stage.yaml")))
          .sorted(Comparator.comparing(folder -> folder.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      var problem =
          new ProblemException(
              new Problem(
                  "The stages cannot be read: " + e.getMessage() + ".",
                  exercises.toString(),
                  "Is the folder readable for you?"));
      problem.initCause(e);
      throw problem;
    }
  }
}
