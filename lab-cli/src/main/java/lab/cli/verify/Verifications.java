package lab.cli.verify;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lab.check.Verdict;
import lab.course.stage.Stage;
import lab.verify.Verified;

/**
 * Several verifications of a stage, one after the other: do their verdicts agree?
 *
 * @param schema name and version of this form
 * @param stage such as {@code 08-reroute}
 * @param verdict over all of them
 * @param counts how many had which verdict; those that none had are absent
 * @param verifications in the order in which they were made
 */
record Verifications(
    String schema,
    String stage,
    Verdict verdict,
    Map<Verdict, Integer> counts,
    List<Verified> verifications) {
  private static final String SCHEMA = "lab/verifications/1";

  Verifications {
    counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    verifications = List.copyOf(verifications);
  }

  static Verifications of(Stage stage, List<Verified> all) {
    var counts = new TreeMap<Verdict, Integer>();
    all.forEach(one -> counts.merge(one.verdict(), 1, Integer::sum));
    return new Verifications(
        SCHEMA,
        stage.id(),
        Verdict.over(all.stream().map(Verified::verdict).toList()),
        counts,
        all);
  }

  /** How many had which verdict, a line each. */
  List<String> lines() {
    return counts.entrySet().stream()
        .map(count ->
            "  %d of %d: %s"
                .formatted(
                    count.getValue(),
                    verifications.size(),
                    count.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ')))
        .toList();
  }
}
