package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.cli.shell.ShellStacks;
import lab.jshell.shell.Shell;
import lab.run.KeptCalibration;
import lab.screen.Ink;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code lab shell} with a real stack: the functions that need one, and every example of the course
 * in a fence {@code jshell-stack}. What these print differs from run to run; that they run does
 * not.
 */
@Tag("process")
class StackExamplesIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern FENCE =
      Pattern.compile("(?m)^```jshell-stack[ \\t]*\\n((?:.*\\n)*?)^```[ \\t]*$");

  @TempDir private Path folder;

  static Stream<Path> pages() throws IOException {
    var pages = new ArrayList<Path>();
    try (var files = Files.walk(ROOT.resolve("exercises"), 2)) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    if (Files.isRegularFile(ROOT.resolve("WORKBOOK.md"))) {
      pages.add(ROOT.resolve("WORKBOOK.md"));
    }
    return pages.stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyExampleWithAStackRuns(Path page) throws IOException, InterruptedException {
    var source =
        FENCE
            .matcher(Files.readString(page))
            .results()
            .flatMap(fence -> fence.group(1).lines())
            .filter(line -> !line.matches("\\S+ ==> .*"))
            .collect(Collectors.joining("\n"));
    if (!source.isBlank()) {
      shell(source + "\n");
    }
  }

  @Test
  void theLabAnswersWhatTheShellAsks() throws IOException, InterruptedException {
    var said =
        shell(
            """
            stack().mode("sync").workers().size()
            get("/").status()
            stack().mode("pooled").get("/").servedBy().startsWith("pooled/")
            kill(stack().mode("sync").workers().getFirst())
            threads("pooled").lines().size() > 3
            var s = stack().mode("async").streams(3)
            for (int i = 0; i < 100 && s.ticking() < 3; i++) Thread.sleep(50);
            s.ticking()
            s.close()
            var b = stack().mode("async").burst("/", perSecond(2), seconds(10))
            b.sent() == b.ok() && b.sent() >= 19
            plot(b).lines().size()
            feed().hang()
            feed().normal()
            """);
    assertThat(said).contains("$1 ==> 2", "$2 ==> 200", "$3 ==> true", "killed pid");
    assertThat(said).contains("$5 ==> true", "$6 ==> 3", "$7 ==> true", "$8 ==> 3");
  }

  private String shell(String source) throws IOException, InterruptedException {
    var checkout = new Workspace(LabBench.in(folder.resolve("checkout")).root());
    var out = Collections.synchronizedList(new ArrayList<String>());
    var err = Collections.synchronizedList(new ArrayList<String>());
    var settings =
        new Shell.Settings(
            folder.resolve("cache"),
            Duration.ofMinutes(2),
            out::add,
            err::add,
            out::add,
            new Ink(false),
            80);
    try (var shell = Shell.open(settings, new ShellStacks(checkout, _ -> {}))) {
      assertThat(shell.read(new BufferedReader(new StringReader(source)))).as("%s", err).isTrue();
    }
    KeptCalibration.keep(checkout.state());
    return String.join("\n", out);
  }
}
