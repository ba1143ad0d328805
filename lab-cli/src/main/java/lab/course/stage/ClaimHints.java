package lab.course.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;
import lab.course.stage.References.Of;
import lab.course.yaml.Faults;
import lab.course.yaml.YamlFile;
import lab.course.yaml.YamlNode;

/**
 * The hints that stand beside the claims of graded snippets: a question, a pointer and a step for
 * each, as hints of the stage.
 *
 * <p>A claim that does not hold is the sign that they answer to. The first is named after check and
 * claim, such as {@code capacity-computed.growth}. What is wrong with the file itself is said by
 * whoever grades with it.
 */
public final class ClaimHints {
  private static final List<String> SUFFIXES = List.of("", "-pointer", "-step");

  private final References references;

  ClaimHints(References references) {
    this.references = references;
  }

  /** The hints for all claims of all snippets of a stage. */
  List<Hint> of(Path folder, List<CheckSpec> checks) {
    var hints = new ArrayList<Hint>();
    for (var check : checks) {
      if (check.kind() instanceof CheckKind.Snippet(_, var spec)) {
        for (var claim : nodes(folder.resolve(spec))) {
          hints.addAll(hints(check.id(), claim));
        }
      }
    }
    return hints;
  }

  /**
   * The ids of what some checks claim of snippets, each a sign when it does not hold.
   *
   * @param folder of their stage
   */
  public static List<String> claims(Path folder, List<CheckSpec> checks) {
    return checks.stream()
        .map(CheckSpec::kind)
        .filter(CheckKind.Snippet.class::isInstance)
        .map(kind -> folder.resolve(((CheckKind.Snippet) kind).spec()))
        .flatMap(spec -> nodes(spec).stream())
        .flatMap(claim -> id(claim).stream())
        .toList();
  }

  private static List<YamlNode> nodes(Path spec) {
    return new YamlFile(spec.toString(), new Faults())
        .read(spec)
        .map(entries -> items(entries, "checks"))
        .orElse(List.of());
  }

  private List<Hint> hints(String check, YamlNode claim) {
    var id = id(claim);
    if (!(claim instanceof YamlNode.Entries entries) || id.isEmpty()) {
      return List.of();
    }
    var hints = new ArrayList<Hint>();
    for (var item : items(entries, "hints")) {
      if (item instanceof YamlNode.Text(_, var text) && hints.size() < Hint.LEVELS) {
        var name = check + "." + id.get() + SUFFIXES.get(hints.size());
        references.give(Of.HINT, name, 0);
        hints.add(new Hint(name, hints.size() + 1, List.of(id.get()), Optional.of(check), text));
      }
    }
    return hints;
  }

  private static Optional<String> id(YamlNode claim) {
    return claim instanceof YamlNode.Entries entries
            && entries.values().get("id") instanceof YamlNode.Text(_, var id)
        ? Optional.of(id)
        : Optional.empty();
  }

  private static List<YamlNode> items(YamlNode.Entries entries, String key) {
    return entries.values().get(key) instanceof YamlNode.Items(_, var items) ? items : List.of();
  }
}
