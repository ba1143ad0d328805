package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code lab findings check, dispute, answer, template}. */
class FindingsCommandsTest extends FindingsCheckout {
  private static final String BOTH_WAYS =
      """
      ## Causes

      While a worker waits for the feed it takes no other request.
      A worker serves many requests at a time.
      """;

  private static final String WAITING =
      "## Causes\n\nThe workers wait for the feed, and it takes its time to answer them.\n";

  @Test
  void aDisputeOpensThePointsUntilTheLineIsGone() throws IOException {
    write("## Causes\n\nThe cook has but one pan, and it is on the fire.\n");
    var noted = findings("dispute", "a1", writeUp.toString(), "--line", "3");
    assertThat(noted.exit()).isZero();
    assertThat(noted.out()).contains("A1  line 3: \"The cook has but one pan, and it is on the");
    assertThat(check().out()).contains("look  A1", "You say that line 3 answers this.");
    write(WAITING);
    assertThat(check().out()).doesNotContain("You say that line");
  }

  @Test
  void aDisputeAsJsonNamesTheLine() throws IOException {
    write("## Causes\n\nThe cook has but one pan.\n");
    var json = findings("dispute", "A1", writeUp.toString(), "--line", "3", "--json").json();
    assertThat(json.toString())
        .contains("\"line\":3", "\"criterion\":\"A1\"", "\"quote\":\"The cook has but one pan.\"");
  }

  @Test
  void aDisputeNeedsACriterionAndALineWithWords() throws IOException {
    write(WAITING);
    for (var line : List.of("0", "2", "4", "-1")) {
      var done = findings("dispute", "A1", writeUp.toString(), "--line", line);
      assertThat(done.exit()).as(line).isEqualTo(4);
      assertThat(done.err()).contains("There are no words on line " + line, "has 3 lines");
    }
    var unknown = findings("dispute", "D1", writeUp.toString(), "--line", "3");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("There is no criterion \"D1\"", "A1 to A6");
    assertThat(findings("dispute", "A1", writeUp.toString()).exit()).isEqualTo(2);
    assertThat(findings("dispute", "A1", writeUp.toString(), "--line", "x").exit()).isEqualTo(2);
    assertThat(folder.resolve(".lab/findings.ndjson")).doesNotExist();
  }

  @Test
  void aDisputedContradictionIsLeftToWhoeverReadsIt() throws IOException {
    write(BOTH_WAYS);
    assertThat(check().out())
        .contains("These two exclude each other: change one", "dispute A1 --line 4");
    findings("dispute", "A1", writeUp.toString(), "--line", "4");
    assertThat(check().out())
        .contains("whoever reads them decides")
        .doesNotContain("change one of them", "dispute A1");
  }

  @Test
  void anAnswerIsAskedJudgedAndRemembered() throws IOException {
    write(WAITING);
    assertThat(findings("answer", "A2").out()).contains("A2  ", "./lab findings answer A2 ...");
    assertThat(findings("answer", "A2", "--json").json().path("question").asString()).isNotEmpty();
    var wrong = findings("answer", "A2", "1000");
    assertThat(wrong.exit()).isEqualTo(1);
    assertThat(check().out()).doesNotContain("earned by your answer");
    var right = findings("answer", "a2", "0.8");
    assertThat(right.exit()).isZero();
    assertThat(right.out()).contains("right  A2 has at least 1 of 2 now.");
    assertThat(check().out()).contains("1/2   A2", "earned by your answer");
    assertThat(findings("answer", "A2", "5", "--json").json().path("right").asBoolean()).isFalse();
  }

  @Test
  void anAnswerIsRefusedWhereThereIsNoQuestion() {
    assertThat(findings("answer", "Z9").exit()).isEqualTo(2);
    assertThat(findings("answer").exit()).isEqualTo(2);
    var none = findings("answer", "C6", "90");
    assertThat(none.exit()).isEqualTo(4);
    assertThat(none.err()).contains("C6 has no question: it has to be written.");
  }

  @Test
  void checkTellsLevelsQuotesAndExitCodes() throws IOException {
    write(WAITING);
    var little = check();
    assertThat(little.exit()).isEqualTo(1);
    assertThat(little.out())
        .contains("1/2   A1", "line 3: \"The workers wait for the feed", "not yet");
    write(Files.readString(EXERCISES.resolveSibling("solutions/04-causes/findings.md")));
    var good = check();
    assertThat(good.exit()).isZero();
    assertThat(good.out()).contains("enough", "Since the last check", "A1 1 to 2");
    write("## Causes\n\n" + "Die Arbeiter warten auf den Dienst und nehmen nichts an. ".repeat(9));
    assertThat(check().exit()).isEqualTo(3);
  }

  @Test
  void checkAsJsonHoldsEveryCriterion() throws IOException {
    write(WAITING);
    var json = findings("check", writeUp.toString(), "--json").json();
    assertThat(json.path("schema").asString()).isEqualTo("lab/findings/1");
    assertThat(json.path("criteria")).hasSize(19);
    assertThat(json.path("criteria").get(0).path("level").asInt()).isEqualTo(1);
    assertThat(json.has("sinceLastCheck")).isFalse();
    var again = findings("check", writeUp.toString(), "--json").json();
    assertThat(again.path("sinceLastCheck").asString()).isEqualTo("nothing changed.");
  }

  @Test
  void checkComparesOnlyWithTheSameFile() throws IOException {
    write(WAITING);
    var notes = folder.resolve("notes.md");
    Files.writeString(notes, "## Causes\n\nNothing.\n");
    check();
    assertThat(findings("check", notes.toString()).out()).doesNotContain("Since the last check");
    assertThat(check().out()).contains("Since the last check", "nothing changed.");
  }

  @Test
  void checkRefusesWhatIsNoWriteUp() throws IOException {
    var missing = check();
    assertThat(missing.exit()).isEqualTo(4);
    assertThat(missing.err()).contains("There is no write-up to read.");
    Files.write(writeUp, new byte[] {(byte) 0xff, 0x00, (byte) 0xfe});
    assertThat(check().err()).contains("This is not text in UTF-8.");
    Files.write(writeUp, new byte[(1 << 20) + 1]);
    assertThat(check().err()).contains("more than 1 MB");
    write(WAITING);
    var address = findings("check", writeUp.toString(), "--llm-endpoint", "ftp://localhost/");
    assertThat(address.exit()).isEqualTo(2);
    assertThat(address.err()).contains("--llm-endpoint");
  }

  @Test
  void theTemplateEarnsNothing() throws IOException {
    var template = findings("template");
    assertThat(template.exit()).isZero();
    assertThat(findings("template", "--json").json().path("text").asString().strip())
        .isEqualTo(template.out().strip());
    write(template.out());
    var json = findings("check", writeUp.toString(), "--json").json();
    assertThat(json.path("points").path("certain").asInt()).isZero();
    assertThat(check().exit()).isEqualTo(1);
  }

  @Test
  void everyHelpHasExamplesAndFitsTheScreen() {
    for (var name : List.of("cite", "dispute", "answer", "check", "template")) {
      var help = findings(name, "--help");
      assertThat(help.exit()).isZero();
      assertThat(help.out()).contains("Example", "lab findings " + name);
      assertThat(help.out().lines()).allMatch(line -> line.length() <= 100);
      assertThat(help.err()).isEmpty();
    }
  }
}
