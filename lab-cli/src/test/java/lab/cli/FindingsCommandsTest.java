package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FindingsCommandsTest {
  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final Path EXERCISES =
      Files.isDirectory(HERE.resolve("exercises"))
          ? HERE.resolve("exercises")
          : HERE.resolveSibling("exercises");
  private static final String BOTH_WAYS =
      """
      ## Causes

      While a worker waits for the feed it takes no other request.
      A worker serves many requests at a time.
      """;

  private static final String WAITING =
      "## Causes\n\nThe workers wait for the feed, and it takes its time to answer them.\n";

  @TempDir Path folder;
  private Path writeUp;

  private record Done(int exit, String out, String err) {
    JsonNode json() {
      return JsonMapper.builder().build().readTree(out);
    }
  }

  @BeforeEach
  void makeCheckout() throws IOException {
    Files.createDirectory(folder.resolve("nginx"));
    Files.writeString(folder.resolve("nginx/nginx.conf"), "events {}\n");
    try (var files = Files.find(EXERCISES, 2, (file, _) -> file.toString().endsWith(".yaml"))) {
      for (var file : files.toList()) {
        var copy = folder.resolve("exercises").resolve(EXERCISES.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    writeUp = folder.resolve("findings.md");
  }

  @Test
  void citePutsTheFiguresOfARunIntoItsSection() throws IOException {
    run("r-0001", 44, 31);
    run("r-0002", 600, 0);
    write("# Findings\n\n## Routing\n\nIt went well.\n");
    assertThat(findings("cite", "1", writeUp.toString()).exit()).isZero();
    var latest = findings("cite", "latest", writeUp.toString(), "--json");
    assertThat(latest.exit()).isZero();
    assertThat(latest.json().path("line").asInt()).isEqualTo(8);
    assertThat(Files.readString(writeUp))
        .endsWith(
            """
            It went well.

            - before: `/check_feed` 44 of 600 answered well, 31 502s (r-0001)
            - before: `/check_feed` 600 of 600 answered well (r-0002)
            """);
  }

  @Test
  void citeKeepsLineEndsPermissionsAndLinks() throws IOException {
    run("r-0001", 44, 31);
    write("# Findings\r\n\r\n## Routing\r\n\r\nText.\r\n\r\n## Notes\r\n\r\nMore.\r\n");
    Files.setPosixFilePermissions(writeUp, PosixFilePermissions.fromString("rw-r--r--"));
    var link = Files.createSymbolicLink(folder.resolve("link.md"), writeUp);
    assertThat(findings("cite", "r-0001", link.toString()).exit()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(writeUp)))
        .isEqualTo("rw-r--r--");
    var text = Files.readString(writeUp);
    assertThat(text.replace("\r\n", "")).doesNotContain("\n");
    assertThat(text).contains("Text.\r\n\r\n- before: `/check_feed` 44 of 600 answered well");
  }

  @Test
  void citePrintsWithoutTouchingTheWriteUp() throws IOException {
    run("r-0001", 44, 31);
    assertThat(findings("cite", "r-0001", "--print").out())
        .isEqualTo("- before: `/check_feed` 44 of 600 answered well, 31 502s (r-0001)\n");
    var json = findings("cite", "r-0001", "--print", "--json").json();
    assertThat(json.path("lines").get(0).asString()).startsWith("- before: `/check_feed` 44");
  }

  @Test
  void aRunThatDoesNotCountIsCitedWithAWarningAndEarnsNothing() throws IOException {
    var runs = folder.resolve(".lab/runs");
    new RunFixture("r-0001", 44, 31, Duration.ofSeconds(2), false).write(runs);
    new RunFixture("r-0002", 45, 31, Duration.ofMillis(1), true).write(runs);
    write("## Routing\n\nIt went well.\n");
    assertThat(findings("cite", "1", writeUp.toString()).err())
        .contains("r-0001 does not count: its load generator fell behind", "lab run");
    assertThat(findings("cite", "2", writeUp.toString()).err())
        .contains("r-0002 does not count: other programs took the processors");
    assertThat(check().out())
        .contains("is of r-0001, which does not count", "is of r-0002, which does not count")
        .doesNotContain("matches", "contradicts");
  }

  @Test
  void aFigureOfAVerificationIsSaidToBeOne() throws IOException {
    run("r-0001", 44, 31);
    var verification = Files.createDirectories(folder.resolve(".lab/runs/r-0002"));
    Files.writeString(verification.resolve("verify.json"), "{}");
    write("## Routing\n\nBefore, 44 of 600 checks were answered (r-0002).\n");
    assertThat(check().out()).contains("it is a verification's").doesNotContain("no such run");
  }

  @Test
  void citeRefusesARunOrARouteThatIsNotThereAndAFileThatIsNot() throws IOException {
    var none = findings("cite", "latest", "--print");
    assertThat(none.exit()).isEqualTo(4);
    assertThat(none.err()).contains("There is no run to cite yet.", "lab run incident");
    run("r-0001", 44, 31);
    var other = findings("cite", "7", "--print");
    assertThat(other.exit()).isEqualTo(4);
    assertThat(other.err()).contains("No complete run r-0007.", "r-0001 to r-0001");
    assertThat(findings("cite", "99999999999999999999", "--print").exit()).isEqualTo(4);
    assertThat(findings("cite", "1", "--print", "--route", "/hash_me").err())
        .contains("No complete run r-0001 has requests to /hash_me.");
    var missing = findings("cite", "1", writeUp.toString());
    assertThat(missing.exit()).isEqualTo(4);
    assertThat(missing.err()).contains("There is no write-up to read.", "lab findings template");
    assertThat(findings("cite").exit()).isEqualTo(2);
  }

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

  private Done check() {
    return findings("check", writeUp.toString());
  }

  private void write(String text) throws IOException {
    Files.writeString(writeUp, text, StandardCharsets.UTF_8);
  }

  private void run(String id, int ok, int e502) throws IOException {
    new RunFixture(id, ok, e502).write(folder.resolve(".lab/runs"));
  }

  private Done findings(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var all = new ArrayList<>(List.of("findings"));
    all.addAll(List.of(words));
    all.addAll(List.of("--root", folder.toString()));
    int exit =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    return new Done(exit, out.toString(), err.toString());
  }
}
