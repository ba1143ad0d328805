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
import lab.jshell.service.LabStack;
import lab.jshell.shell.Shell;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.screen.Ink;
import lab.stack.RunningStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lab shell} from a pipe, with a real JVM for the snippets. */
@Tag("process")
class ShellIT {
  @TempDir private static Path folder;

  private final List<String> out = Collections.synchronizedList(new ArrayList<>());
  private final List<String> err = Collections.synchronizedList(new ArrayList<>());

  /** A checkout in which no stack can be started. */
  private record NoStack() implements LabStack {
    @Override
    public RunningStack up() {
      throw new ProblemException(new Problem("There is no stack.", "here", "Do without."));
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

  private boolean type(String lines) throws IOException, InterruptedException {
    return type(lines, Duration.ofSeconds(60));
  }

  private boolean type(String lines, Duration limit) throws IOException, InterruptedException {
    var settings =
        new Shell.Settings(
            folder.resolve("cache"), limit, out::add, err::add, out::add, new Ink(false), 80);
    try (var shell = Shell.open(settings, new NoStack())) {
      return shell.read(new BufferedReader(new StringReader(lines)));
    }
  }

  @Test
  void evaluatesLinesAndPrintsResults() throws Exception {
    assertThat(type("int x = 20\nint twice(int a) {\n  return 2 * a;\n}\ntwice(x) + 2\n")).isTrue();
    assertThat(out).containsExactly("x ==> 20", "|  method twice(int)", "$1 ==> 42");
  }

  @Test
  void theBenchIsAtHandWithoutAnImport() throws Exception {
    assertThat(type("capacity(2, 2.5)\nlittlesLaw(10, 2.5)\nruns()\n")).isTrue();
    assertThat(out).contains("$1 ==> 0.8", "$2 ==> 25.0");
    assertThat(String.join("\n", out)).contains("no run is kept yet");
  }

  @Test
  void whatTheLabCannotDoIsToldInItsWords() throws Exception {
    assertThat(type("stack()\n")).isFalse();
    assertThat(String.join("\n", err)).contains("There is no stack. Do without.");
  }

  @Test
  void aMistakeIsShownWithACaretAndTheRestGoesOn() throws Exception {
    assertThat(type("int y = \"a\"\n1 + 1\n")).isFalse();
    assertThat(String.join("\n", err)).contains("incompatible types", "^^^");
    assertThat(out).contains("$1 ==> 2");
  }

  @Test
  void aStubbornLoopIsStoppedAndTheSessionKeepsItsState() throws Exception {
    assertThat(type("int x = 7\nwhile (true) { }\nx\n", Duration.ofSeconds(5))).isFalse();
    assertThat(String.join("\n", err)).contains("longer than its limit");
    assertThat(out).contains("x ==> 7").doesNotContain("x ==> 0");
  }

  @Test
  void afterAnExitDeclarationsAreBackVariablesEmptyAndNothingIsRunAgain() throws Exception {
    var trace = folder.resolve("trace");
    var statement =
        "java.nio.file.Files.writeString(java.nio.file.Path.of(\"%s\"), \"x\",".formatted(trace)
            + " java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)";
    assertThat(
            type(
                """
                import java.text.NumberFormat
                int effect() throws Exception { %s; return 5; }
                int x = effect()
                %s;
                record Pair(int a, int b) { }
                System.exit(4)
                x
                new Pair(1, 2)
                NumberFormat.getInstance(Locale.ROOT).format(x)
                """
                    .formatted(statement, statement)))
        .isFalse();
    var said = String.join("\n", out);
    assertThat(String.join("\n", err)).contains("exit code 4");
    assertThat(said).contains("back as they were     effect(), Pair");
    assertThat(said).contains("at their default now  x").contains("x ==> 0");
    assertThat(said).contains("==> Pair[a=1, b=2]").contains("==> \"0\"");
    assertThat(Files.readString(trace)).isEqualTo("xx");
  }

  @Test
  void anAllocationBombCostsTheSnippetOnly() throws Exception {
    type("var all = new ArrayList<long[]>()\nwhile (true) all.add(new long[1 << 20]);\n3 * 3\n");
    assertThat(String.join("\n", err)).contains("more memory than the 128 MB");
    assertThat(out).contains("$1 ==> 9");
  }

  @Test
  void codeOfAnExerciseCanBeTriedByHand() throws Exception {
    assertThat(
            type(
                """
                void serve(Requests rs, BlockingFeed feed) {
                  for (var r : rs) r.answer(feed.poll(r));
                }
                trial(3, scene -> serve(scene.requests(), scene.feed()))
                """))
        .isTrue();
    assertThat(String.join("\n", out)).contains("3 of 3 taken were answered", "at most 1 at once");
  }

  @Test
  void helpKnowsOurFunctionsByTheirJavadoc() throws Exception {
    assertThat(type("/help burst\n")).isTrue();
    assertThat(String.join("\n", out))
        .contains("Burst burst(String path, Rate rate, Length length)", "steady rate")
        .doesNotContain("{@");
  }

  @Test
  void theLearnersJvmSeesNothingOfTheChecks() throws Exception {
    assertThat(type("Class.forName(\"lab.jshell.judge.SnippetJudge\")\n")).isFalse();
    assertThat(type("lab.jshell.judge.SnippetJudge.class\n")).isFalse();
    assertThat(String.join("\n", err))
        .contains("ClassNotFoundException", "package lab.jshell.judge does not exist");
  }

  @Test
  void aFileIsLoadedAndItsMistakeNamedWithItsLine() throws Exception {
    var file = Files.writeString(folder.resolve("f.jsh"), "int a = 1;\n\nint b = c;\n");
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
      assertThat(shell.load(List.of(file.toString()))).isFalse();
    }
    assertThat(err.getFirst()).endsWith("f.jsh:3");
    assertThat(out).contains("a ==> 1");
  }
}
