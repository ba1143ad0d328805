package lab.course.stage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;
import lab.check.spec.LoadSpec;
import lab.course.variation.Incident;
import lab.course.variation.Numbers;
import lab.course.variation.Variation;

/**
 * One unit of the course; every text has its numbers in place.
 *
 * @param folder {@code exercises/NN-slug}
 * @param number two digits, such as {@code 08}
 * @param slug such as {@code reroute}
 * @param length how long it takes
 * @param needs numbers of the stages before it
 * @param tracks the ways through the course that it is part of
 * @param owns the files that the learner edits, from the checkout's root
 * @param incident which of the learner's incidents it is about
 * @param variation the numbers of that incident
 * @param numbers the same, as they stand in texts
 * @param lines where its parts stand in its file
 */
public record Stage(
    Path folder,
    String number,
    String slug,
    String title,
    Duration length,
    List<String> needs,
    List<String> tracks,
    List<OwnedFile> owns,
    Incident incident,
    Variation variation,
    Numbers numbers,
    List<Prediction> predictions,
    List<Question> questions,
    List<LoadSpec> loads,
    List<CheckSpec> checks,
    List<Hint> hints,
    List<Misconception> misconceptions,
    List<TriedAnswer.Right> right,
    List<TriedAnswer.Wrong> wrong,
    Lines lines) {
  public Stage {
    needs = List.copyOf(needs);
    tracks = List.copyOf(tracks);
    owns = List.copyOf(owns);
    predictions = List.copyOf(predictions);
    questions = List.copyOf(questions);
    loads = List.copyOf(loads);
    checks = List.copyOf(checks);
    hints = List.copyOf(hints);
    misconceptions = List.copyOf(misconceptions);
    right = List.copyOf(right);
    wrong = List.copyOf(wrong);
  }

  /** The name of its folder, such as {@code 08-reroute}. */
  public String id() {
    return number + "-" + slug;
  }

  /** {@code solutions/NN-slug}. */
  public Path solutions() {
    return folder.resolveSibling("../solutions/" + id()).normalize();
  }

  /** The file in which its questions are answered. */
  public Path answers() {
    return folder.resolve("answers.yaml");
  }

  public Optional<CheckSpec> check(String id) {
    return checks.stream().filter(check -> check.id().equals(id)).findFirst();
  }

  /** A check and all that must pass before it, in the order of the stage. */
  public List<CheckSpec> withNeeds(String check) {
    var needed = new HashSet<String>();
    collect(check, needed);
    return checks.stream().filter(one -> needed.contains(one.id())).toList();
  }

  /** Whether a check, or one that must pass before it, is judged by traffic, now or on record. */
  public boolean needsTraffic(String check) {
    return withNeeds(check).stream().map(CheckSpec::kind).anyMatch(CheckKind::looksAtTraffic);
  }

  /** Whether any check is judged by traffic, now or on record. */
  public boolean needsTraffic() {
    return checks.stream().map(CheckSpec::kind).anyMatch(CheckKind::looksAtTraffic);
  }

  private void collect(String check, Set<String> needed) {
    if (needed.add(check)) {
      check(check).ifPresent(spec -> spec.needs().forEach(need -> collect(need, needed)));
    }
  }

  public Optional<LoadSpec> load(String id) {
    return loads.stream().filter(load -> load.id().equals(id)).findFirst();
  }

  public Optional<Question> question(String id) {
    return questions.stream().filter(question -> question.id().equals(id)).findFirst();
  }

  public Optional<Prediction> prediction(String id) {
    return predictions.stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
