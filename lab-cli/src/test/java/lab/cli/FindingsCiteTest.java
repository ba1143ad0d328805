package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** {@code lab findings cite}: figures of a run, put where they belong. */
class FindingsCiteTest extends FindingsCheckout {
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
}
