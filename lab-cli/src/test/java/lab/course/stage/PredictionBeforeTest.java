package lab.course.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lab.check.spec.AskedRun;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;
import org.junit.jupiter.api.Test;

/** The run that a prediction comes before, as {@code stage.yaml} says it. */
class PredictionBeforeTest extends StageFile {
  @Test
  void aPredictionComesBeforeARunAsItIsOrAgainstAnUpstream() throws IOException {
    var stage =
        read(HEAD
                + """
                predictions:
                  - {id: p, ask: "How many?", unit: streams, truth: 40}
                checks:
                  - {id: a, title: A, kind: prediction, prediction: p, before: incident, points: 1, rationale: Because.}
                  - {id: b, title: B, kind: prediction, prediction: p, before: {scenario: incident, upstream: pooled}, points: 1, rationale: Because.}
                  - {id: b2, title: B, kind: prediction, prediction: p, before: {scenario: check-feed, upstream: async, blocking-feed: true}, points: 1, rationale: Because.}
                  - {id: c, title: C, kind: run-recorded, scenario: incident, upstreams: [sync, pooled], blocking-feed: true, points: 1, rationale: Because.}
                """)
            .orElseThrow();

    assertThat(told()).isEmpty();
    assertThat(stage.checks())
        .extracting(CheckSpec::kind)
        .containsExactly(
            new CheckKind.Prediction("p", Optional.of(new AskedRun("incident", "as-is", false))),
            new CheckKind.Prediction("p", Optional.of(new AskedRun("incident", "pooled", false))),
            new CheckKind.Prediction("p", Optional.of(new AskedRun("check-feed", "async", true))),
            new CheckKind.RunRecorded(
                "incident", List.of("sync", "pooled"), 0, true, Optional.empty()));
    assertThat(((CheckKind.RunRecorded) stage.checks().getLast().kind()).asked())
        .extracting(AskedRun::command)
        .containsExactly(
            "lab run incident --upstream sync --blocking-feed",
            "lab run incident --upstream pooled --blocking-feed");
  }

  @Test
  void aRunThatCannotBeIsAFaultOfWhatComesBeforeIt() throws IOException {
    read(
        HEAD
            + """
            predictions:
              - {id: p, ask: "How many?", unit: streams, truth: 40}
            checks:
              - {id: a, title: A, kind: prediction, prediction: p, before: incidents, points: 1, rationale: Because.}
              - {id: b, title: B, kind: prediction, prediction: p, before: {scenario: incident, upstream: poold}, points: 1, rationale: Because.}
              - {id: c, title: C, kind: prediction, prediction: p, before: {scenario: incident, mode: sync}, points: 1, rationale: Because.}
              - {id: d, title: D, kind: prediction, prediction: p, before: [incident], points: 1, rationale: Because.}
            """);

    assertThat(told())
        .anySatisfy(
            line -> assertThat(line).startsWith(":10 'before' is 'incidents', which it cannot be."))
        .anySatisfy(line ->
            assertThat(line)
                .startsWith(
                    ":11 'upstream' is 'poold', which it cannot be. Did you mean 'pooled'?"))
        .anySatisfy(line -> assertThat(line).startsWith(":12 'upstream' is missing from a run."))
        .anySatisfy(line -> assertThat(line).startsWith(":12 'mode' is no key of a run."))
        .anySatisfy(line -> assertThat(line).startsWith(":13 'before' must be one value."));
  }
}
