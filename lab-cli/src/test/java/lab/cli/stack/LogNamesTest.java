package lab.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import lab.cli.Console;
import lab.screen.Ink;
import lab.stack.Program;
import org.junit.jupiter.api.Test;

class LogNamesTest {
  @Test
  void everyProgramHasAColourOfItsOwnAndTheLinesBeginInOneColumn() {
    var coloured = prefixes(new Ink(true));
    assertThat(coloured).allSatisfy(prefix -> assertThat(prefix).startsWith("\u001b["));
    assertThat(coloured.stream().map(prefix -> prefix.substring(0, prefix.indexOf('m'))))
        .doesNotHaveDuplicates();
    assertThat(prefixes(new Ink(false)))
        .contains("sync    | ", "virtual | ")
        .allSatisfy(prefix -> assertThat(prefix).hasSize("virtual | ".length()));
  }

  private static List<String> prefixes(Ink ink) {
    var nowhere = new PrintWriter(new StringWriter());
    var names = new LogNames(new Console(nowhere, nowhere, ink, false, false, false, false));
    return Stream.of(Program.values()).map(Program::label).map(names::prefix).toList();
  }
}
