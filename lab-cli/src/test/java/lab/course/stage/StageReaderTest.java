package lab.course.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lab.check.evidence.Answered.Expected;
import lab.check.spec.CheckKind;
import lab.course.hint.HintChooser;
import org.junit.jupiter.api.Test;

/** What a stage.yaml that is right comes to. */
class StageReaderTest extends StageFile {
  @Test
  void readsAStageWithItsNumbersInPlace() throws IOException {
    var stage =
        read(HEAD
                + """
                predictions:
                  - {id: capacity, ask: "What can {workers} workers do?", unit: requests/s, truth: "{sync-capacity}"}
                questions:
                  - {id: who, ask: "Who?", choices: {b: Bee, a: Ay}, answer: a}
                loads:
                  storm: {scenario: incident, seconds: 90, control: true, faults: [{at: 20, feed: hang}]}
                checks:
                  - {id: lives, title: It lives, kind: traffic, load: storm, lane: stream, from: 20, to: 50,
                     slo: {live-share: 0.95, within: 3s}, points: 2, timeout: 2m, visibility: hidden, rationale: Because.}
                """)
            .orElseThrow();

    assertThat(told()).isEmpty();
    assertThat(stage.id()).isEqualTo("08-reroute");
    assertThat(stage.length()).isEqualTo(Duration.ofMinutes(25));
    assertThat(stage.predictions().getFirst().ask()).isEqualTo("What can 2 workers do?");
    assertThat(stage.predictions().getFirst().truth()).isEqualTo(0.8);
    assertThat(stage.questions().getFirst().options().keySet()).containsExactly("b", "a");
    assertThat(stage.questions().getFirst().expected()).isInstanceOf(Expected.Choice.class);
    assertThat(stage.load("storm").orElseThrow().faults()).hasSize(1);
    var check = stage.check("lives").orElseThrow();
    assertThat(check.hidden()).isTrue();
    assertThat(check.kind())
        .isInstanceOfSatisfying(
            CheckKind.Traffic.class,
            traffic -> {
              assertThat(traffic.window()).contains(new CheckKind.Window(20, 50));
              assertThat(traffic.slo().withinSeconds()).contains(3.0);
            });
  }

  @Test
  void readsAnswersThatMustPassBesideThoseThatMustFail() throws IOException {
    var stage =
        read(HEAD
                + CHECK
                + """
                hints:
                  - {id: which, level: 1, check: loads, text: Which line?}
                right:
                  - {id: other, because: "Room for {offered}."}
                wrong:
                  - {id: half, fails: loads, hint: which, because: It is half.}
                """)
            .orElseThrow();

    assertThat(told()).isEmpty();
    assertThat(stage.right()).containsExactly(new TriedAnswer.Right("other", "Room for 25."));
    assertThat(stage.owns().getFirst().tried(root, stage.right().getFirst()))
        .isEqualTo(root.resolve("exercises/08-reroute/right/other/nginx/nginx.conf"));
    assertThat(stage.owns().getFirst().tried(root, stage.wrong().getFirst()))
        .isEqualTo(root.resolve("exercises/08-reroute/wrong/half/nginx/nginx.conf"));
  }

  @Test
  void knowsWhereStarterAndSolutionOfAnOwnedFileAre() throws IOException {
    var stage = read(HEAD + CHECK).orElseThrow();

    var outside = stage.owns().getFirst();
    assertThat(outside.inStage()).isFalse();
    assertThat(outside.shipped(root))
        .isEqualTo(root.resolve("exercises/08-reroute/nginx/nginx.conf"));
    assertThat(outside.solution(root))
        .isEqualTo(root.resolve("solutions/08-reroute/nginx/nginx.conf"));
    var inside = stage.owns().getLast();
    assertThat(inside.inStage()).isTrue();
    assertThat(inside.solution(root)).isEqualTo(root.resolve("solutions/08-reroute/answers.yaml"));
  }

  @Test
  void aKindOfALaterVersionIsNoFaultWhateverItIsAskedWith() throws IOException {
    var stage =
        read(HEAD
                + """
                checks:
                  - {id: a, title: A, kind: occupancy, worker: 2, shown: {bars: 8}, points: 2, rationale: Because.}
                  - {id: b, title: B, kind: nginx-loads, needs: [a], points: 1, rationale: Because.}
                """)
            .orElseThrow();

    assertThat(told()).isEmpty();
    assertThat(stage.check("a").orElseThrow().kind())
        .isEqualTo(new CheckKind.NotInThisVersion("occupancy"));
    assertThat(stage.check("a").orElseThrow().points()).isEqualTo(2);
  }

  @Test
  void theClaimsOfASnippetBringTheirHints() throws IOException {
    var spec = Files.createDirectories(root.resolve("exercises/08-reroute/checks"));
    Files.writeString(
        spec.resolve("sum.yaml"),
        """
        checks:
          - {id: loads, title: It loads, wanted: {claim: loads}, hints: [Which line?, Piece by piece., Write a return.]}
          - {id: growth, title: It grows, wanted: {claim: value}, hints: [What stays?]}
        """);
    var stage =
        read(HEAD
                + """
                checks:
                  - {id: sum, title: It adds up, kind: snippet, file: sum.jsh, spec: checks/sum.yaml, points: 1, rationale: Because.}
                hints:
                  - {id: add, level: 1, check: sum, text: What is a sum?}
                misconceptions:
                  - {id: shrinks, when: [growth], check: sum, text: "Less than nothing?"}
                wrong:
                  - {id: half, fails: sum, hint: sum.growth, because: It is half.}
                """)
            .orElseThrow();

    assertThat(told()).isEmpty();
    assertThat(stage.hints())
        .extracting(Hint::id)
        .containsExactly("add", "sum.loads", "sum.loads-pointer", "sum.loads-step", "sum.growth");
    assertThat(HintChooser.first(stage, "sum", List.of("growth")))
        .map(Hint::text)
        .contains("What stays?");
    assertThat(HintChooser.first(stage, "sum", List.of()))
        .map(Hint::text)
        .contains("What is a sum?");
    assertThat(stage.misconceptions())
        .containsExactly(
            new Misconception(
                "shrinks",
                List.of("growth"),
                Optional.of("sum"),
                "Less than nothing?",
                Optional.empty()));
  }
}
