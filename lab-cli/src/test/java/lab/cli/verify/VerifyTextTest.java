package lab.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.check.CheckResult;
import lab.check.CheckResult.Reason;
import lab.check.Credit;
import lab.check.Excerpt;
import lab.check.Verdict;
import lab.course.Course;
import lab.course.variation.Learner;
import lab.screen.Ink;
import lab.screen.Table;
import lab.verify.Verified;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyTextTest {
  private static final CheckResult FAILED =
      new CheckResult(
          "stream-survives",
          "The 80 streams and everything else survive the whole night together",
          Verdict.FAIL,
          "32 of 80 streams alive at the end, and 0 of 300 checks answered in time by anybody",
          Optional.of(
              new Reason(
                  "80 streams live, and each check within twice of its time without them",
                  "32 streams live; nobody was answered for as long as they lasted",
                  List.of("pooled held 40 of 40 slots for streams from second 3.2 to the end"),
                  "A check waits in the same queue for the very same slots as the streams do.",
                  List.of("lab run stream-feed --upstream pooled"))),
          List.of(),
          Map.of());

  @ParameterizedTest
  @CsvSource({"80, false", "60, false", "80, true", "60, true"})
  void noLineIsWiderThanTheScreen(int columns, boolean colours) {
    assertThat(new VerifyText(new Ink(colours), columns).check(FAILED))
        .hasSizeGreaterThan(6)
        .allSatisfy(line -> assertThat(Table.columns(line)).isLessThanOrEqualTo(columns))
        .anySatisfy(line -> assertThat(line).contains("lab run stream-feed --upstream pooled"));
  }

  @Test
  void whatWasSaidOfOneCheckIsNotSaidAgainOfTheNext() {
    var text = new VerifyText(new Ink(false), 100);
    var slots = "thread 3 (pid 41) held by /stream_feed from 0.01 s to 6.00 s";
    var why = "A stream keeps its thread for good.";
    text.check(
        failed("check-feed", "0 of 450", List.of(slots, "nginx says 9 times: refused"), why));

    assertThat(text.check(failed("stream", "40 of 80", List.of(slots, "40 saw no tick"), why)))
        .anySatisfy(line -> assertThat(line).contains("proof   40 saw no tick"))
        .anySatisfy(line -> assertThat(line).contains("proof   as said above of check-feed"))
        .noneSatisfy(line -> assertThat(line).contains("held by"))
        .noneSatisfy(line -> assertThat(line).contains("lab doctor"))
        .noneSatisfy(line -> assertThat(line).contains(why));
    assertThat(text.check(failed("title", "1 of 90", List.of("it waited"), why)))
        .anySatisfy(line -> assertThat(line).contains("proof   it waited"))
        .anySatisfy(line -> assertThat(line).contains("why     as said above of check-feed"));
    assertThat(text.check(failed("title", "1 of 90", List.of("it waited"), why)))
        .anySatisfy(line -> assertThat(line).contains("for the same reason as title"));
  }

  private static CheckResult failed(String id, String saw, List<String> proof, String why) {
    return new CheckResult(
        id,
        "a title",
        Verdict.FAIL,
        saw,
        Optional.of(new Reason("all of them", saw, proof, why, List.of("lab doctor"))),
        List.of(),
        Map.of());
  }

  @Test
  void pointsThatAPersonHasToGiveMakeTheSumARange() {
    var read =
        new CheckResult(
            "causes-written",
            "a title",
            Verdict.PASS,
            "",
            Optional.empty(),
            List.of(),
            Map.of(),
            Optional.of(new Credit(1, 2)));
    assertThat(footer("04", Verdict.PASS, read))
        .anySatisfy(line -> assertThat(line).contains("1 to 3 of 10 points of the stage"));
    assertThat(footer("04", Verdict.PASS, plain("causes-written", Verdict.PASS)))
        .anySatisfy(line -> assertThat(line).contains(" 1 of 10 points of the stage"));
  }

  private static List<String> footer(String number, Verdict whole, CheckResult... results) {
    var stage =
        Course.load(Path.of("..", "exercises"), Learner.anybody()).stage(number).orElseThrow();
    var verified =
        new Verified(
            Verified.SCHEMA,
            stage.id(),
            "r-0001",
            Instant.EPOCH,
            1,
            whole,
            1,
            10,
            List.of(results),
            List.of(),
            List.of(),
            List.of(),
            0,
            1);
    return new VerifyText(new Ink(false), 100).footer(stage, verified, Optional.empty());
  }

  private static CheckResult plain(String id, Verdict verdict, String... signs) {
    return new CheckResult(id, "a title", verdict, "", Optional.empty(), List.of(signs), Map.of());
  }

  /** Four letters each, so that what stands beside them is in one column; and each can be said. */
  @ParameterizedTest
  @EnumSource(Verdict.class)
  void everyVerdictIsAWordThatCanBeReadAloudAndStandsInTheSameColumns(Verdict verdict) {
    var line = new VerifyText(new Ink(false), 80).check(plain("answers", verdict)).getFirst();
    assertThat(line).matches("  [A-Za-z]{3,4} +answers  a title");
    assertThat(line.indexOf("answers")).isEqualTo(8);
  }

  @Test
  void aPassOfSomeChecksDoesNotPromiseTheNextStage() {
    assertThat(
            footer(
                "12",
                Verdict.PASS,
                plain("plan-predicted", Verdict.PASS),
                plain("checks-in-time", Verdict.SKIPPED)))
        .anySatisfy(line -> assertThat(line).contains("lab verify 12 judges the rest"))
        .noneSatisfy(line -> assertThat(line).contains("goes on"));
  }

  /** A learner who has gone on, and verifies this stage once more, is at another one. */
  @Test
  void thePassNamesTheStageWhoseReferenceItCompares() {
    var stage =
        Course.load(Path.of("..", "exercises"), Learner.anybody()).stage("08").orElseThrow();
    var all =
        stage.checks().stream()
            .map(check -> plain(check.id(), Verdict.PASS))
            .toArray(CheckResult[]::new);
    assertThat(footer("08", Verdict.PASS, all))
        .anySatisfy(line -> assertThat(line).contains("lab diff mine reference 08"));
  }

  @Test
  void aFailureCanBeShownAgainOnceItHasLeftTheScreen() {
    assertThat(footer("08", Verdict.FAIL, FAILED))
        .anySatisfy(line -> assertThat(line).contains("lab hint 08", "lab show r-0001"));
  }

  @Test
  void pointsForAPersonHoldNobodyUp() {
    assertThat(
            footer("04", Verdict.INCONCLUSIVE, plain("causes", Verdict.INCONCLUSIVE, "to-be-read")))
        .anySatisfy(line -> assertThat(line).contains("A person will read it.", "lab next goes on"))
        .noneSatisfy(line -> assertThat(line).contains("lab doctor"));
  }

  @Test
  void whatWasLeftOutIsNamedAndNotPassed() {
    assertThat(
            footer(
                "08",
                Verdict.SKIPPED,
                plain("config-loads", Verdict.PASS),
                plain("check-feed-survives", Verdict.SKIPPED),
                plain("stream-survives", Verdict.SKIPPED)))
        .anySatisfy(line -> assertThat(line).startsWith("  skipped  1 of 3 checks"))
        .anySatisfy(
            line -> assertThat(line).contains("Not judged: check-feed-survives, stream-survives."))
        .anySatisfy(line -> assertThat(line).contains("lab verify 08 judges the rest"))
        .noneSatisfy(line -> assertThat(line).contains("passed"));
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 60})
  void theLineOfAFaultIsShownWithACaretUnderIt(int columns) {
    var fault = "nginx.conf:12:9: \"listten\" is no directive of nginx";
    var lines =
        new VerifyText(new Ink(false), columns)
            .check(
                new CheckResult(
                    "config-loads",
                    "a title",
                    Verdict.FAIL,
                    fault,
                    Optional.of(
                        new Reason(
                            "a file that nginx can load",
                            "1 fault",
                            List.of(fault),
                            "nginx does not start at all.",
                            List.of("lab nginx check"),
                            List.of(
                                new Excerpt(
                                    12, " ".repeat(8), "listten", " 8080; # " + "x".repeat(99))))),
                    List.of(),
                    Map.of()));
    assertThat(lines)
        .allSatisfy(line -> assertThat(Table.columns(line)).isLessThanOrEqualTo(columns))
        .anySatisfy(line -> assertThat(line).contains("12 |         listten 8080; # xxx"));
    int at =
        lines.indexOf(lines.stream().filter(line -> line.contains("12 |")).findFirst().orElse(""));
    assertThat(lines.get(at + 1).indexOf("^^^^^^^")).isEqualTo(lines.get(at).indexOf("listten"));
    assertThat(lines.get(at - 2)).as("below its proof").contains("of nginx");
  }
}
