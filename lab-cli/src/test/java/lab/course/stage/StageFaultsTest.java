package lab.course.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Every fault of a stage.yaml, with its line. */
class StageFaultsTest extends StageFile {
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
  void anAnswerIsRightOrWrongAndHasItsNameAlone() throws IOException {
    read(
        HEAD
            + CHECK
            + """
            right:
              - {id: a, fails: loads, because: so}
              - {id: b}
            wrong:
              - {id: a, fails: loads, hint: h, because: so}
            """);

    assertThat(told())
        .anySatisfy(line -> assertThat(line).startsWith(":14 'fails' is no key of a right answer."))
        .anySatisfy(
            line -> assertThat(line).startsWith(":15 'because' is missing from a right answer."))
        .anySatisfy(line ->
            assertThat(line)
                .startsWith(":17 There are two with this name: the answer 'a' of line 14."));
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
  void aCheckThatWaitsForALaterOneWouldNeverBeJudged() throws IOException {
    read(
        HEAD
            + """
            checks:
              - id: a
                title: A
                kind: nginx-loads
                needs: [b]
                points: 1
                rationale: Because.
              - {id: b, title: B, kind: nginx-loads, points: 1, rationale: Because.}
              - {id: c, title: C, kind: nginx-loads, needs: [a, b], points: 1, rationale: Because.}
            """);

    assertThat(told())
        .singleElement()
        .asString()
        .startsWith(":11 The check 'b' stands below the one that waits for it.");
  }

  @Test
  void whatIsHeldAgainstAControlNeedsOne() throws IOException {
    read(
        HEAD
            + """
            loads:
              alone: {scenario: incident, seconds: 60}
              both: {scenario: incident, seconds: 60, control: true}
            checks:
              - {id: a, title: A, kind: traffic, load: alone, lane: check, slo: {ok-share: 1, tail-ratio: 3}, points: 1, rationale: Because.}
              - id: b
                title: B
                kind: traffic
                load: alone
                lane: probe
                slo:
                  held-share: 0.1
                points: 1
                rationale: Because.
              - {id: c, title: C, kind: traffic, load: both, lane: check, slo: {ok-share: 1, tail-ratio: 3}, points: 1, rationale: Because.}
              - {id: d, title: D, kind: traffic, load: alone, lane: stream, slo: {tick-share: 0.5}, points: 1, rationale: Because.}
            """);

    assertThat(told())
        .satisfiesExactly(
            line -> assertThat(line).startsWith(":11 'tail-ratio' is held against a control"),
            line -> assertThat(line).startsWith(":18 'held-share' is held against a control"));
  }

  @Test
  void aWindowBeyondTheLoadJudgesNothing() throws IOException {
    read(
        HEAD
            + """
            loads: {calm: {scenario: check-feed, seconds: 60}}
            checks:
              - {id: a, title: A, kind: traffic, load: calm, lane: check, from: 20, to: 60, slo: {ok-share: 1}, points: 1, rationale: Because.}
              - id: b
                title: B
                kind: traffic
                load: calm
                lane: check
                from: 60
                to: 90
                slo: {ok-share: 1}
                points: 1
                rationale: Because.
            """);

    assertThat(told())
        .singleElement()
        .asString()
        .startsWith(":16 The window ends after the load 'calm' does.");
  }

  @Test
  void whoeverServedAndWhatAnEditBoughtIsAskedOfRoutes() throws IOException {
    read(
        HEAD
            + """
            loads: {storm: {scenario: incident, seconds: 60, control: true}}
            checks:
              - {id: a, title: A, kind: served-by, load: storm, points: 1, rationale: Because.}
              - {id: b, title: B, kind: causality, load: storm, needs: [a], points: 1, rationale: Because.}
            """);

    assertThat(told())
        .satisfiesExactly(
            line -> assertThat(line).startsWith(":9 'routes' is missing from a check of kind"),
            line -> assertThat(line).startsWith(":10 'routes' is missing from a check of kind"));
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
}
