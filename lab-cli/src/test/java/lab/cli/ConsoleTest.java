package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import lab.problem.Problem;
import lab.screen.Ink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest {
  private static final String LONG =
      "Installed exercises/01-meet-the-app/answers.yaml, exercises/02-the-502s/capacity.jsh, exercises/03-the-stream/answers.yaml. Yours are in snapshot s-0001; lab undo puts them back.";

  private static List<String> noted(boolean quiet) {
    var err = new StringWriter();
    var out = new PrintWriter(new StringWriter());
    new Console(out, new PrintWriter(err), new Ink(false), false, false, true, quiet).note(LONG);
    return err.toString().lines().toList();
  }

  @Test
  void aNoteIsWrappedBetweenWords() {
    var lines = noted(false);
    assertThat(lines).hasSizeGreaterThan(1).allSatisfy(l -> assertThat(l.length()).isLessThan(100));
    assertThat(lines.getFirst()).startsWith("note  Installed ");
    assertThat(String.join(" ", lines.stream().map(l -> l.substring(6)).toList())).isEqualTo(LONG);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whereSeveralResultsAreExpectedEachIsALine(boolean lines) {
    var out = new StringWriter();
    var console =
        new Console(
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            new Ink(false),
            true,
            lines,
            true,
            false);
    console.printJson(Map.of("schema", "lab/list/1", "stages", List.of(1, 2)));
    console.show(List.of(new Problem("It is not there.", "here", "Make it.")));
    assertThat(out.toString().lines().filter(line -> line.startsWith("{")).count()).isEqualTo(2);
    assertThat(out.toString().lines().count() == 2).isEqualTo(lines);
  }

  @Test
  void theQuietHearNone() {
    assertThat(noted(true)).isEmpty();
  }
}
