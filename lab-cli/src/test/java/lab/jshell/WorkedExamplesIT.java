package lab.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.jshell.service.LabStack;
import lab.jshell.shell.Shell;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.screen.Ink;
import lab.stack.RunningStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every example that the course prints for the shell does what the page says.
 *
 * <p>A fence {@code jshell} is evaluated, a line {@code name ==> value} in it is its expected
 * output. All fences of a page make one session, in their order. A fence {@code jshell-stack} needs
 * a stack: {@code lab.cli.StackExamplesIT} runs those.
 */
@Tag("process")
class WorkedExamplesIT {
  private static final Pattern FENCE =
      Pattern.compile("(?m)^```(jshell)[ \\t]*\\n((?:.*\\n)*?)^```[ \\t]*$");
  private static final Pattern RESULT = Pattern.compile("\\S+ ==> .*");

  @TempDir private static Path folder;

  private record NoStack() implements LabStack {
    @Override
    public RunningStack up() {
      throw new ProblemException(
          new Problem("An example needs a stack.", "jshell fence", "Use the fence jshell-stack."));
    }

    @Override
    public RunningStack route(Optional<String> upstream) {
      return up();
    }

    @Override
    public Path runs() {
      return folder.resolve("runs");
    }

    @Override
    public void close() {}
  }

  static Stream<Path> pages() throws IOException {
    var root = Grading.EXERCISES.resolve("..").normalize();
    var pages = new ArrayList<Path>();
    if (Files.isRegularFile(root.resolve("WORKBOOK.md"))) {
      pages.add(root.resolve("WORKBOOK.md"));
    }
    try (var files = Files.walk(Grading.EXERCISES, 2)) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages.stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyExampleDoesWhatThePageSays(Path page) throws IOException, InterruptedException {
    var fences = FENCE.matcher(Files.readString(page)).results().map(m -> m.group(2)).toList();
    if (fences.isEmpty()) {
      return;
    }
    var source = new StringBuilder();
    var expected = new ArrayList<String>();
    fences.stream()
        .flatMap(String::lines)
        .forEach(line -> {
          if (RESULT.matcher(line).matches()) {
            expected.add(line);
          } else {
            source.append(line).append('\n');
          }
        });
    var out = Collections.synchronizedList(new ArrayList<String>());
    var err = Collections.synchronizedList(new ArrayList<String>());
    var settings =
        new Shell.Settings(
            folder.resolve("cache"),
            Duration.ofSeconds(60),
            out::add,
            err::add,
            out::add,
            new Ink(false),
            80);
    try (var shell = Shell.open(settings, new NoStack())) {
      boolean well = shell.read(new BufferedReader(new StringReader(source.toString())));
      assertThat(well).as("%s: %s", page, err).isTrue();
    }
    assertThat(out).as("%s", page).containsAll(List.copyOf(expected));
  }
}
