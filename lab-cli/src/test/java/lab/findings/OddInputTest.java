package lab.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lab.findings.grade.CriterionGrade;
import lab.findings.grade.Grader;
import lab.findings.grade.Quote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, it is graded or refused, never a crash, and it earns nothing. */
class OddInputTest {
  private final Grader grader = new Grader(Rubrics.shipped());

  static Stream<String> odd() {
    var random = new Random(3);
    var bytes = new byte[20_000];
    random.nextBytes(bytes);
    return Stream.of(
        "",
        "\n\n\n",
        "\uFEFF## Causes\r\n\r\n\r\n",
        "# \n## \n- \n| | |\n|-|-|\n| | |\n",
        new String(bytes, StandardCharsets.ISO_8859_1),
        new String(bytes, StandardCharsets.UTF_8),
        "\u0000\u0001\u0002",
        "a".repeat(100_000),
        "( ".repeat(20_000),
        "> ".repeat(2_000) + "x",
        "1/0 = 5 per second. 0 of 0. 1.2.3.4 of 5.6.7\n",
        "99999999999999999999999999 of 99999999999999999999999999999999999999\n",
        "Ж".repeat(5_000),
        "```\nunclosed\n",
        "\"".repeat(999));
  }

  @ParameterizedTest
  @MethodSource("odd")
  void earnsNothing(String text) {
    assertThat(grader.grade(text, List.of()).criteria())
        .filteredOn(c -> !c.isOpen())
        .allMatch(c -> c.level() == 0);
  }

  @Test
  void lineEndsAndAMarkAtTheStartChangeNothing() {
    var text = "## Causes\n\nA sync worker serves one request at a time.\nIt waits for the feed.\n";
    var plain = levels(text);
    assertThat(levels(text.replace("\n", "\r\n"))).isEqualTo(plain);
    assertThat(levels("\uFEFF" + text)).isEqualTo(plain);
    assertThat(plain.getFirst()).isEqualTo(2);
  }

  /** They once cut the quote to the first letter of its paragraph. */
  @Test
  void blanksAtTheEndOfAParagraphCutNoQuote() {
    var text = "## Causes\n\nA sync worker serves one request at a time and waits for the feed.";
    assertThat(quotes(text + "  \n")).isEqualTo(quotes(text + "\n"));
    assertThat(quotes(text)).anyMatch(quote -> quote.contains("one request at a time"));
  }

  private List<String> quotes(String text) {
    return grader.grade(text, List.of()).criteria().stream()
        .flatMap(one -> one.quotes().stream())
        .map(Quote::text)
        .toList();
  }

  private List<Integer> levels(String text) {
    return grader.grade(text, List.of()).criteria().stream().map(CriterionGrade::level).toList();
  }
}
