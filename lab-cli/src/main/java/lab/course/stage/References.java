package lab.course.stage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lab.course.yaml.Faults;
import lab.problem.Nearest;

/** The names that a stage gives and uses: each that is used must be given, and given once. */
final class References {
  /** What can be named. */
  enum Of {
    CHECK("check"),
    LOAD("load"),
    PREDICTION("prediction"),
    QUESTION("question"),
    HINT("hint"),
    MISCONCEPTION("misconception"),
    TRIED("answer"),
    NEEDED_STAGE("needed stage");

    private final String word;

    Of(String word) {
      this.word = word;
    }
  }

  /**
   * A name where it is used.
   *
   * @param above whether it must have been given before that
   */
  private record Use(Of of, String name, int line, boolean above) {}

  private final String file;
  private final Faults faults;
  private final Map<Of, Map<String, Integer>> given = new EnumMap<>(Of.class);
  private final List<Use> uses = new ArrayList<>();

  References(String file, Faults faults) {
    this.file = file;
    this.faults = faults;
  }

  void give(Of of, String name, int line) {
    var first = names(of).putIfAbsent(name, line);
    if (first != null && !name.isEmpty()) {
      faults.add(
          file,
          line,
          "There are two with this name: the %s '%s' of line %d.".formatted(of.word, name, first),
          "Rename one of the two.");
    }
  }

  void use(Of of, String name, int line) {
    if (!name.isEmpty()) {
      uses.add(new Use(of, name, line, false));
    }
  }

  /** A name that must be given above where it is used. */
  void useAbove(Of of, String name, int line) {
    if (!name.isEmpty() && !names(of).containsKey(name)) {
      uses.add(new Use(of, name, line, true));
    }
  }

  /** Where each name was given first. */
  Lines lines() {
    return new Lines(given);
  }

  /** Notes what is used and nowhere given, or only below. */
  void resolve() {
    for (var use : uses) {
      var known = names(use.of());
      if (!known.containsKey(use.name())) {
        var meant = Nearest.of(use.name(), known.keySet());
        faults.add(
            file,
            use.line(),
            "There is no %s '%s' in this stage.".formatted(use.of().word, use.name()),
            meant.map(name -> "Did you mean '" + name + "'? ").orElse("")
                + (known.isEmpty()
                    ? "It has none."
                    : "It has: " + String.join(", ", known.keySet()) + "."));
      } else if (use.above()) {
        faults.add(
            file,
            use.line(),
            "The %s '%s' stands below the one that waits for it."
                .formatted(use.of().word, use.name()),
            "Move it above: what is waited for is judged first.");
      }
    }
  }

  private Map<String, Integer> names(Of of) {
    return given.computeIfAbsent(of, _ -> new LinkedHashMap<>());
  }
}
