package lab.course.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lab.check.evidence.Answered.Expected;
import lab.check.spec.CheckKind;
import lab.course.hint.HintChooser;
import lab.course.variation.Learner;
import lab.course.yaml.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageReaderTest {
  private static final String HEAD =
      """
      format: 1
      title: Reroute
      minutes: 25
      needs: ["03"]
      tracks: [full]
      owns: [nginx/nginx.conf, exercises/08-reroute/answers.yaml]
      """;

  private static final String CHECK =
      """
      checks:
        - id: loads
          title: It loads
          kind: nginx-loads
          points: 1
          rationale: Because.
      """;

  @TempDir Path root;
  private final Faults faults = new Faults();

  private Optional<Stage> read(String yaml) throws IOException {
    var folder = Files.createDirectories(root.resolve("exercises/08-reroute"));
    Files.writeString(folder.resolve("stage.yaml"), yaml);
    return new StageReader(Learner.anybody(), faults).read(folder);
  }

  private List<String> told() {
    return faults.problems().stream()
        .map(problem ->
            problem.where().replace("exercises/08-reroute/stage.yaml", "")
                + " "
                + problem.what()
                + " "
                + problem.next())
        .toList();
  }

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
  void tellsAllFaultsAtOnceEachWithItsLine() throws IOException {
    read(
        """
        format: 2
        titel: Reroute
        minutes: many
        owns: [../secret]
        loads:
          storm: {scenario: incidents, seconds: 90}
        checks:
          - id: a
            title: "{ratte} a second"
            kind: trafic
            points: 1
            rationale: Because.
          - id: b
            title: B
            kind: traffic
            load: strom
            lane: check
            slo: {ok-share: 1.5}
            needs: [c]
            points: 1
            rationale: Because.
        hints:
          - {id: h, level: 4, when: [queue-grow], check: bb, text: Hm}
        wrong:
          - {id: w, fails: b, hint: hh, because: so}
        """);

    assertThat(told())
        .anySatisfy(line -> assertThat(line).startsWith(":1 'format' is '2'."))
        .anySatisfy(line ->
            assertThat(line).startsWith(":2 'titel' is no key of a stage. Did you mean 'title'?"))
        .anySatisfy(line -> assertThat(line).startsWith(":1 'title' is missing from a stage."))
        .anySatisfy(line ->
            assertThat(line).startsWith(":3 'minutes' is 'many'. It must be a number from 1"))
        .anySatisfy(line ->
            assertThat(line).startsWith(":4 '../secret' is no file that this stage can own."))
        .anySatisfy(line ->
            assertThat(line)
                .startsWith(
                    ":6 'scenario' is 'incidents', which it cannot be. Did you mean 'incident'?"))
        .anySatisfy(line ->
            assertThat(line).startsWith(":9 There is no number {ratte}. Did you mean {rate}?"))
        .anySatisfy(line ->
            assertThat(line)
                .startsWith(":10 'kind' is 'trafic', which it cannot be. Did you mean 'traffic'?"))
        .anySatisfy(line ->
            assertThat(line)
                .startsWith(":16 There is no load 'strom' in this stage. Did you mean 'storm'?"))
        .anySatisfy(line -> assertThat(line).startsWith(":18 'ok-share' is '1.5'."))
        .anySatisfy(line -> assertThat(line).startsWith(":19 There is no check 'c' in this stage."))
        .anySatisfy(line -> assertThat(line).startsWith(":23 'level' is '4'."))
        .anySatisfy(line ->
            assertThat(line)
                .startsWith(
                    ":23 'when' is 'queue-grow', which it cannot be. Did you mean 'queue-grows'?"))
        .anySatisfy(
            line -> assertThat(line).startsWith(":23 There is no check 'bb' in this stage."))
        .anySatisfy(
            line -> assertThat(line).startsWith(":25 There is no hint 'hh' in this stage."));
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
  void aSlipOfThePenIsNoLaterVersion() throws IOException {
    read(
        HEAD
            + """
            checks:
              - {id: a, title: A, kind: servd-by, points: 1, rationale: Because.}
              - {id: b, title: B, kind: "Worker count!", points: 1, rationale: Because.}
              - {id: c, title: C, points: 1, rationale: Because.}
            """);

    assertThat(told())
        .anySatisfy(line ->
            assertThat(line)
                .startsWith(
                    ":8 'kind' is 'servd-by', which it cannot be. Did you mean 'served-by'?"))
        .anySatisfy(line ->
            assertThat(line).startsWith(":9 'kind' is 'Worker count!', which it cannot be."))
        .anySatisfy(line -> assertThat(line).startsWith(":10 'kind' is missing"));
  }

  @Test
  void tellsWhereAFileIsNoYaml() throws IOException {
    assertThat(read("format: 1\ntitle: [open\nminutes: 3\n")).isEmpty();

    assertThat(told()).singleElement().asString().startsWith(":3 This is not YAML");
  }

  @Test
  void refusesASecondKeyAndAnAnchorThatHoldsItself() throws IOException {
    read(HEAD + CHECK + "title: Again\nhints: &all [*all]\n");

    assertThat(told())
        .anySatisfy(line ->
            assertThat(line)
                .startsWith(":13 The key 'title' stands here a second time (first in line 2)"))
        .anySatisfy(line -> assertThat(line).startsWith(":14 Anchors (&) are not used here."));
  }

  @Test
  void findsChecksThatWaitForThemselves() throws IOException {
    read(
        HEAD
            + """
            checks:
              - {id: a, title: A, kind: nginx-loads, needs: [b], points: 1, rationale: Because.}
              - {id: b, title: B, kind: nginx-loads, needs: [a], points: 1, rationale: Because.}
              - {id: a, title: A again, kind: nginx-loads, points: 1, rationale: Because.}
            """);

    assertThat(told())
        .anySatisfy(line -> assertThat(line).startsWith(":8 The check 'a' waits for itself."))
        .anySatisfy(line -> assertThat(line).startsWith(":9 The check 'b' waits for itself."))
        .anySatisfy(line ->
            assertThat(line)
                .startsWith(":10 There are two with this name: the check 'a' of line 8."));
  }

  @Test
  void aLaneThatTheScenarioLacksIsAFault() throws IOException {
    read(
        HEAD
            + """
            loads:
              calm: {scenario: check-feed, seconds: 60}
              own: {lanes: [{name: hello, route: /, per-second: "{rate}"}], seconds: 60}
            checks:
              - {id: a, title: A, kind: traffic, load: calm, lane: stream, slo: {ok-share: 1}, points: 1, rationale: Because.}
              - {id: b, title: B, kind: traffic, load: own, lane: hello, slo: {ok-share: 1}, points: 1, rationale: Because.}
            """);

    assertThat(told())
        .singleElement()
        .asString()
        .startsWith(":11 'lane' is 'stream', which it cannot be.");
  }

  @Test
  void aCheckWithoutItsSloIsAFaultAndNotABug() throws IOException {
    read(
        HEAD
            + """
            loads: {calm: {scenario: check-feed, seconds: 60}}
            checks:
              - {id: a, title: A, kind: traffic, load: calm, lane: check, points: 1, rationale: Because.}
              - {id: b, title: B, kind: traffic, load: calm, lane: check, slo: {}, points: 1, rationale: Because.}
              - {id: c, title: C, kind: traffic, load: calm, lane: check, from: 5, to: 2, slo: {ok-share: 1}, points: 1, rationale: Because.}
            """);

    assertThat(told())
        .anySatisfy(line -> assertThat(line).startsWith(":9 'slo' is missing"))
        .anySatisfy(line -> assertThat(line).startsWith(":10 an slo asks for something"))
        .anySatisfy(line -> assertThat(line).startsWith(":11 a window begins at 0 or later"));
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
