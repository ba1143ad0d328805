package lab.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceExcerptTest {
  private static final Ink PLAIN = new Ink(false);

  @Test
  void theCaretStandsUnderThePart() {
    assertThat(new SourceExcerpt(7, "  proxy_pass ", "http://sync", ";").lines(1, 80, PLAIN))
        .containsExactly(
            "  |", //
            "7 |   proxy_pass http://sync;",
            "  |              ^^^^^^^^^^^");
  }

  @Test
  void anEmptyPartPointsBetweenTwoLetters() {
    assertThat(new SourceExcerpt(7, "ab", "", "cd").lines(1, 80, PLAIN).getLast())
        .isEqualTo("  |   ^");
  }

  @Test
  void tabsAndWideLettersTakeTheirColumns() {
    var lines = new SourceExcerpt(12, "\t\u4f60\u597d ", "x", "").lines(2, 80, PLAIN);
    assertThat(lines.get(1)).isEqualTo("12 |     \u4f60\u597d x");
    assertThat(lines.get(2)).isEqualTo("   |" + " ".repeat(1 + 4 + 4 + 1) + "^");
  }

  @Test
  void aFileCannotSteerTheTerminal() {
    var lines = new SourceExcerpt(1, "a\u001b[31m", "\u00a0", "b\u0007\r").lines(1, 80, PLAIN);
    assertThat(String.join("", lines)).doesNotContain("\u001b", "\u0007", "\r", "\u00a0");
    assertThat(lines.get(1)).contains("\u2423");
  }

  @Test
  void aLongLineIsCutAroundThePart() {
    var lines = new SourceExcerpt(3, "x".repeat(300), "here", "y".repeat(300)).lines(1, 60, PLAIN);
    assertThat(lines).allMatch(line -> SourceExcerpt.width(line) <= 60);
    int caret = lines.get(2).indexOf('^');
    assertThat(lines.get(1).substring(caret)).startsWith("here");
  }

  @Test
  void aPartWiderThanTheTerminalStillHasACaret() {
    var lines = new SourceExcerpt(3, "", "z".repeat(500), "").lines(1, 40, PLAIN);
    assertThat(lines).allMatch(line -> SourceExcerpt.width(line) <= 40);
    assertThat(lines.get(2)).contains("^");
  }
}
