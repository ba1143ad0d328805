package lab.course.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;
import lab.course.stage.References.Of;
import lab.course.yaml.Fields;

/** Reads the checks of a stage. */
final class CheckReader {
  private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(1);
  private static final int MOST_POINTS = 100;

  private final References references;
  private final KindReader kinds;

  CheckReader(References references, LoadReader loads) {
    this.references = references;
    this.kinds = new KindReader(references, loads);
  }

  List<CheckSpec> read(Fields stage) {
    var checks = new ArrayList<CheckSpec>();
    var lines = new HashMap<String, Integer>();
    for (var fields : stage.each("checks", "a check")) {
      check(fields)
          .ifPresent(check -> {
            lines.putIfAbsent(check.id(), fields.line());
            checks.add(check);
          });
    }
    if (checks.isEmpty() && !stage.has("checks")) {
      stage.fault(
          stage.line(),
          "'checks' is missing from the stage.",
          "A stage without checks cannot be passed: add one.");
    }
    findRings(stage, checks, lines);
    return checks;
  }

  private Optional<CheckSpec> check(Fields fields) {
    var id = fields.text("id");
    references.give(Of.CHECK, id, fields.line("id"));
    var title = fields.text("title");
    var needs = fields.textLines("needs");
    needs.forEach((name, line) -> references.useAbove(Of.CHECK, name, line));
    int points = fields.whole("points", 0, MOST_POINTS);
    var timeout = fields.optionalSpan("timeout").orElse(USUAL_TIMEOUT);
    var hidden =
        fields.has("visibility")
            && fields.oneOf("visibility", Set.of("shown", "hidden")).equals("hidden");
    var rationale = fields.text("rationale");
    var kind = kinds.read(fields);
    if (kind.filter(CheckKind.Causality.class::isInstance).isPresent() && needs.isEmpty()) {
      fields.fault(
          fields.line(),
          "A check of kind causality waits for checks of kind traffic.",
          "Add: needs: [...]");
    }
    if (!timeout.isPositive()) {
      fields.fault(
          fields.line("timeout"), "'timeout' must be longer than nothing.", "Write it like 10s.");
      return Optional.empty();
    }
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    if (!(kind.get() instanceof CheckKind.NotInThisVersion)) {
      // What a later version's kind is asked with, only that version knows.
      fields.done();
    }
    return Optional.of(
        new CheckSpec(
            id,
            title,
            kind.get(),
            List.copyOf(needs.keySet()),
            points,
            timeout,
            hidden,
            rationale));
  }

  /** A check that waits for itself would never be judged. */
  private static void findRings(Fields stage, List<CheckSpec> checks, Map<String, Integer> lines) {
    var needs = new HashMap<String, List<String>>();
    checks.forEach(check -> needs.putIfAbsent(check.id(), check.needs()));
    for (var check : checks) {
      if (reaches(check.id(), check.id(), needs, new HashSet<>())) {
        stage.fault(
            lines.getOrDefault(check.id(), stage.line()),
            "The check '" + check.id() + "' waits for itself.",
            "Take one of the needs out of the ring.");
      }
    }
  }

  private static boolean reaches(
      String from, String target, Map<String, List<String>> needs, Set<String> seen) {
    for (var next : needs.getOrDefault(from, List.of())) {
      if (next.equals(target) || (seen.add(next) && reaches(next, target, needs, seen))) {
        return true;
      }
    }
    return false;
  }
}
