package lab.check.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.check.Signs;
import org.junit.jupiter.api.Test;

class CheckKindTest {
  private static final Optional<Double> NONE = Optional.empty();

  private static CheckKind traffic(Optional<Double> tailRatio, Optional<Double> heldShare) {
    return new CheckKind.Traffic(
        "load",
        "check",
        Optional.empty(),
        new Slo(Optional.of(0.9), tailRatio, NONE, NONE, NONE, NONE, heldShare));
  }

  private static final List<CheckKind> KINDS =
      List.of(
          new CheckKind.NginxLoads(),
          new CheckKind.Prediction("p", Optional.of(new AskedRun("incident", "as-is", false))),
          new CheckKind.RunRecorded("incident", List.of("sync"), 0, false, Optional.empty()),
          new CheckKind.Answer("q"),
          new CheckKind.Findings("causes", "rubric.yaml"),
          new CheckKind.Snippet("a.jsh", "a.yaml"),
          traffic(Optional.of(3.0), Optional.of(0.1)),
          new CheckKind.ServedBy("load", List.of("/"), 2, List.of("virtual")),
          new CheckKind.Causality("load", List.of("/")),
          new CheckKind.CapacityPlan("load", 0.2, 60, 1));

  @Test
  void everySignIsGivenBySomeKindAndNoKindGivesAnother() {
    var given = new TreeSet<String>();
    KINDS.forEach(kind -> given.addAll(kind.signs()));
    assertThat(given).containsExactlyInAnyOrderElementsOf(Signs.ALL);
  }

  /** What {@code --fast} and every save in {@code lab watch} judge. */
  @Test
  void fastKindsNeedNeitherTrafficNorAProcess() {
    assertThat(KINDS.stream().filter(CheckKind::fast).map(kind -> kind.getClass().getSimpleName()))
        .containsExactlyInAnyOrder("NginxLoads", "Prediction", "RunRecorded", "Answer", "Findings");
    assertThat(new CheckKind.NotInThisVersion("poem").fast()).isTrue();
    assertThat(KINDS).filteredOn(CheckKind::fast).allMatch(kind -> kind.load().isEmpty());
  }

  @Test
  void aLoadGivesOnlySignsOfWhatItIsAskedFor() {
    assertThat(traffic(NONE, NONE).signs())
        .contains(Signs.QUEUE_GROWS)
        .doesNotContain(Signs.LATE, Signs.LOOP_HELD, Signs.HASH_HOLDS);
    assertThat(traffic(Optional.of(3.0), NONE).signs())
        .contains(Signs.LATE)
        .doesNotContain(Signs.LOOP_HELD);
    assertThat(new CheckKind.Prediction("p", Optional.empty()).signs())
        .doesNotContain(Signs.PREDICTED_LATE);
  }

  /** A sign that only the list of signs knows is a word that no hint is ever chosen by. */
  @Test
  void everySignStandsInAJudge() throws IOException {
    var sources = Path.of("src/main/java/lab");
    var judges = new StringBuilder();
    for (var folder : List.of("check/judge", "verify")) {
      try (Stream<Path> files = Files.list(sources.resolve(folder))) {
        for (var file : files.filter(one -> !one.endsWith("Why.java")).toList()) {
          judges.append(Files.isRegularFile(file) ? Files.readString(file) : "");
        }
      }
    }
    var given =
        Stream.of(Signs.class.getFields())
            .map(field -> field.getName())
            .filter(name -> !name.equals("ALL"))
            .filter(name -> !judges.toString().contains("Signs." + name))
            .collect(Collectors.toSet());
    assertThat(given).as("signs that no judge gives").isEmpty();
  }
}
