package lab.jshell.snippet;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Everything about one graded file.
 *
 * @param file name of the learner's file
 * @param defines the signatures that it must define, as shown to the learner
 * @param scenes what the lab does with them, in order
 * @param checks in the order in which they are told; the first is about loading
 * @param wrongAnswers mistakes that must fail
 */
public record SnippetSpec(
    String file,
    List<String> defines,
    List<Scene> scenes,
    List<SnippetCheck> checks,
    List<WrongAnswer> wrongAnswers) {
  public SnippetSpec {
    defines = List.copyOf(defines);
    scenes = List.copyOf(scenes);
    checks = List.copyOf(checks);
    wrongAnswers = List.copyOf(wrongAnswers);
    if (checks.isEmpty() || !(checks.getFirst().wanted() instanceof Claim.Loads)) {
      throw new IllegalArgumentException("the first check must claim 'loads'");
    }
    var known = new HashSet<String>();
    for (var check : checks) {
      if (!known.add(check.id())) {
        throw new IllegalArgumentException("check " + check.id() + " stands there twice");
      }
    }
    for (var wrong : wrongAnswers) {
      if (!known.contains(wrong.fails())) {
        throw new IllegalArgumentException(
            "wrong answer %s names no check: %s".formatted(wrong.id(), wrong.fails()));
      }
    }
  }

  /** The scene of that name; empty when there is none. */
  public Optional<Scene> scene(String id) {
    return scenes.stream().filter(scene -> scene.id().equals(id)).findFirst();
  }
}
