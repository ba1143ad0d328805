package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import lab.screen.Ink;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private static final String LONG =
      "Installed exercises/01-meet-the-app/answers.yaml, exercises/02-the-502s/capacity.jsh, exercises/03-the-stream/answers.yaml. Yours are in snapshot s-0001; lab undo puts them back.";

  private static List<String> noted(boolean quiet) {
    var err = new StringWriter();
    var out = new PrintWriter(new StringWriter());
    new Console(out, new PrintWriter(err), new Ink(false), false, true, quiet).note(LONG);
    return err.toString().lines().toList();
  }

  @Test
  void aNoteIsWrappedBetweenWords() {
    var lines = noted(false);
    assertThat(lines).hasSizeGreaterThan(1).allSatisfy(l -> assertThat(l.length()).isLessThan(100));
    assertThat(lines.getFirst()).startsWith("note  Installed ");
    assertThat(String.join(" ", lines.stream().map(l -> l.substring(6)).toList())).isEqualTo(LONG);
  }

  @Test
  void theQuietHearNone() {
    assertThat(noted(true)).isEmpty();
  }
}
