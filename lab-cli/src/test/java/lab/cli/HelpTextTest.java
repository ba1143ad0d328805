package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Every {@code --help} on a screen of 80 columns. */
class HelpTextTest {
  private static final int WIDEST = 79;

  private static Stream<CommandLine> all(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().distinct().flatMap(HelpTextTest::all));
  }

  @Test
  void noFooterIsBrokenByTheTerminal() {
    assertThat(all(Main.commandLine()).map(CommandLine::getCommandSpec))
        .hasSizeGreaterThan(30)
        .allSatisfy(spec ->
            assertThat(spec.usageMessage().footer())
                .as(spec.qualifiedName())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDEST)));
  }

  /** picocli takes help for a format: a lone per cent sign makes it warn, above the help itself. */
  @Test
  void noHelpIsAFormatThatPicocliCannotRead() {
    assertThat(all(Main.commandLine()))
        .allSatisfy(command -> {
          var help = command.getCommandSpec().usageMessage();
          assertThat(
                  Stream.of(help.header(), help.description(), help.footer()).flatMap(Stream::of))
              .as(command.getCommandSpec().qualifiedName())
              .allSatisfy(line -> assertThat(line.formatted()).doesNotContain("%%"));
        });
  }
}
