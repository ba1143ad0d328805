package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

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

  /** As the README promises; picocli's own command is help itself, and the hidden is nobody's. */
  @Test
  void everyCommandHasAnExampleThatNamesIt() {
    assertThat(all(Main.commandLine()).map(CommandLine::getCommandSpec))
        .filteredOn(spec -> !spec.usageMessage().hidden())
        .filteredOn(spec -> !(spec.userObject() instanceof HelpCommand))
        .hasSizeGreaterThan(30)
        .allSatisfy(spec ->
            assertThat(List.of(spec.usageMessage().footer()))
                .as(spec.qualifiedName())
                .anyMatch(line -> line.matches("Examples?:"))
                .anyMatch(line -> line.contains(spec.qualifiedName())));
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
