package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the real course looks like in a window of 60 columns, and on a terminal. */
@Tag("process")
@Timeout(120)
class ScreenIT {
  private static final Path PROJECT = Path.of(System.getProperty("lab.root"));
  private static final int COLUMNS = 60;
  private static final String ESCAPE = "\u001b";

  @TempDir private static Path root;

  @BeforeAll
  static void aCheckoutWhoseLearnerHasBegun() throws IOException, InterruptedException {
    for (var folder : List.of("exercises", "solutions", "nginx")) {
      try (Stream<Path> files = Files.walk(PROJECT.resolve(folder))) {
        for (var file : (Iterable<Path>) files::iterator) {
          Files.copy(file, root.resolve(PROJECT.relativize(file)));
        }
      }
    }
    assertThat(print("goto", "08", "--reference")).contains("assisted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "next", "hint", "list", "explain stream-slot", "verify --fast"})
  void everyLineFitsANarrowWindow(String command) throws Exception {
    var printed =
        print(Stream.of(command.split(" ")).filter(word -> !word.isEmpty()).toArray(String[]::new));
    assertThat(printed).isNotBlank();
    assertThat(printed.lines().filter(line -> !line.contains(root.toString())))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(COLUMNS));
  }

  private static String print(String... words) throws IOException, InterruptedException {
    var environment = Map.of("COLUMNS", Integer.toString(COLUMNS));
    try (var lab = LabProcess.start(root, List.of(), environment, words)) {
      assertThat(lab.exitCode()).as(lab.said()).isIn(0, 1);
      return lab.said();
    }
  }

  @Test
  void onATerminalTheListFindsResetsUndoesAndGoesToAStage() throws Exception {
    var conf = root.resolve("nginx/nginx.conf");
    var mine = Files.readString(conf) + "# mine\n";
    Files.writeString(conf, mine);
    try (var list = LabProcess.onTerminal(root, "list")) {
      var keys = list.process().outputWriter();
      list.awaitWords("q quit");
      press(keys, "r");
      list.awaitWords("back to the beginning of stage 08? [y/N]");
      press(keys, "n\r");
      list.awaitWords("Nothing was changed.");
      press(keys, "r");
      awaitTwice(list, "[y/N]");
      assertThat(conf).hasContent(mine);
      press(keys, "y\r");
      list.awaitWords("z puts yours back.");
      assertThat(Files.readString(conf)).doesNotContain("# mine");
      press(keys, "z");
      list.awaitWords("z again takes back: reset 08 (nginx/nginx.conf)");
      press(keys, "z");
      list.awaitWords("Undone: reset 08");
      assertThat(conf).hasContent(mine);
      press(keys, "/lunch\r\r");
      list.awaitWords("STAGE 06");
      assertThat(list.exitCode()).isZero();
      assertThat(list.said()).contains("left with 0").containsPattern("(?<!-)icanon");
    }
  }

  @Test
  void openGivesTheTerminalToThePersonsEditorAndSaysHowItEnded() throws Exception {
    var editor = root.resolve("editor.sh");
    Files.writeString(editor, "test -t 0 && test -t 1 && echo \"it edits $*\"\nexit $CODE\n");
    var conf = root.resolve("nginx/nginx.conf");
    var environment = Map.of("VISUAL", "sh " + editor + " -w", "EDITOR", "false");
    for (var code : List.of("0", "3")) {
      var own = new HashMap<>(environment);
      own.put("CODE", code);
      try (var lab = LabProcess.onTerminal(root, "open nginx/nginx.conf", own)) {
        assertThat(lab.exitCode()).isZero();
        assertThat(lab.said()).contains("it edits -w " + conf);
        if (code.equals("0")) {
          assertThat(lab.said()).contains("left with 0").doesNotContain("it ended with code");
        } else {
          assertThat(lab.said()).contains("left with 4", "(it ended with code 3)");
        }
      }
    }
  }

  private static void press(Writer keyboard, String keys) throws IOException {
    keyboard.write(keys);
    keyboard.flush();
  }

  private static void awaitTwice(LabProcess lab, String words) {
    LabProcess.await(
        "twice " + words,
        Duration.ofSeconds(60),
        () -> lab.said().indexOf(words) != lab.said().lastIndexOf(words));
  }

  /** Nor is the terminal asked anything: its answers would come between what the person types. */
  @Test
  void aTerminalIsGivenColoursUnlessThePersonWantsNone() throws Exception {
    try (var coloured = LabProcess.onTerminal(root, "next");
        var plain = LabProcess.onTerminal(root, "next", Map.of("NO_COLOR", "1"))) {
      assertThat(coloured.exitCode()).isZero();
      assertThat(plain.exitCode()).isZero();
      assertThat(coloured.said()).startsWith("\r\n  " + ESCAPE + "[1mSTAGE 08");
      assertThat(plain.said()).contains("STAGE 08").doesNotContain(ESCAPE + "[");
    }
  }
}
