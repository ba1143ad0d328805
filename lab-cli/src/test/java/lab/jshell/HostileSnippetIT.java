package lab.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lab.jshell.judge.SnippetVerdict.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Snippets that want marks without work, or harm: each earns nothing, and the lab goes on. */
@Tag("process")
class HostileSnippetIT {
  private static final Path SPEC =
      Grading.EXERCISES.resolve("05-three-models/checks/one-at-a-time.yaml");
  private static final String SERVE =
      "void serve(Requests requests, BlockingFeed feed) throws Exception { %s }";
  private static final String HONEST = "for (var r : requests) { r.answer(feed.poll(r)); }";

  @TempDir private static Path folder;

  private static Map<String, String> sources() {
    var sources = new TreeMap<String, String>();
    sources.put("prints passed", SERVE.formatted("System.out.println(\"PASS 8 of 8 passed\");"));
    sources.put("exits", SERVE.formatted("System.exit(0);"));
    sources.put("exits at load", "System.exit(0);");
    sources.put("halts", SERVE.formatted("Runtime.getRuntime().halt(0);"));
    sources.put("loops for ever", SERVE.formatted("while (true) { }"));
    sources.put("loops at load", "while (true) { }");
    sources.put(
        "sleeps for ever",
        SERVE.formatted("while (true) { try { Thread.sleep(1000); } catch (Throwable t) { } }"));
    sources.put(
        "allocates",
        SERVE.formatted(
            "var all = new ArrayList<byte[]>(); while (true) { all.add(new byte[1 << 20]); }"));
    sources.put(
        "a thousand threads",
        SERVE.formatted(
            "for (int i = 0; i < 1000; i++) { new Thread(() -> { while (true) { try { Thread.sleep(1000); } catch (InterruptedException e) { } } }).start(); } "
                + HONEST));
    sources.put(
        "deadlocks",
        SERVE.formatted(
            "var a = new ReentrantLock(); a.lock(); var t = new Thread(a::lock); t.start(); t.join();"));
    sources.put(
        "recurses", "int down(int n) { return down(n + 1) + 1; }\n" + SERVE.formatted("down(0);"));
    sources.put(
        "floods", SERVE.formatted("while (true) { System.out.println(\"x\".repeat(10_000)); }"));
    sources.put(
        "redefines the request",
        "record Request(int number) { void answer(String s) { } }\n"
            + SERVE.formatted("for (Request r : requests) { r.answer(feed.poll(r)); }"));
    sources.put(
        "redefines the feed",
        "interface BlockingFeed { String poll(Request r); }\n" + SERVE.formatted(HONEST));
    sources.put(
        "shadows our package",
        "class lab { static class jshell { } }\n"
            + SERVE.formatted("for (var r : requests) { r.answer(\"1\"); }"));
    sources.put(
        "reflects",
        SERVE.formatted("Class.forName(\"lab.jshell.judge.SnippetJudge\").getDeclaredMethods();"));
    sources.put(
        "takes the line",
        SERVE.formatted(
            "lab.jshell.child.LabLine.tell(\"scene.answer\", List.of(\"queue\", \"1\", \"x\", \"me\"));"));
    sources.put(
        "kills its parent",
        SERVE.formatted(
            "ProcessHandle.current().parent().ifPresent(ProcessHandle::destroyForcibly);"));
    sources.put(
        "kills everybody", "ProcessHandle.allProcesses().forEach(ProcessHandle::destroyForcibly);");
    sources.put(
        "starts processes",
        SERVE.formatted(
            "for (int i = 0; i < 20; i++) { new ProcessBuilder(\"sleep\", \"600\").start(); }"));
    sources.put(
        "executes",
        SERVE.formatted("Runtime.getRuntime().exec(new String[] {\"sleep\", \"600\"});"));
    sources.put(
        "closes our streams",
        SERVE.formatted("System.in.close(); System.out.close(); System.err.close();"));
    sources.put(
        "writes to the terminal",
        SERVE.formatted("new java.io.FileOutputStream(java.io.FileDescriptor.out).write(7);"));
    sources.put(
        "reads the checks",
        SERVE.formatted("java.nio.file.Files.readString(java.nio.file.Path.of(\"checks\"));"));
    sources.put("opens a socket", SERVE.formatted("new java.net.Socket(\"127.0.0.1\", 8080);"));
    sources.put("loads classes", "class L extends ClassLoader { }\n" + SERVE.formatted("new L();"));
    sources.put(
        "handles methods",
        SERVE.formatted(
            "java.lang.invoke.MethodHandles.lookup().findStatic(System.class, \"exit\", java.lang.invoke.MethodType.methodType(void.class, int.class)).invoke(0);"));
    sources.put(
        "points at a method",
        "java.util.function.IntConsumer c = System::exit;\n" + SERVE.formatted("c.accept(0);"));
    sources.put(
        "answers before it asks",
        SERVE.formatted("for (var r : requests) { r.answer(\"word\"); }"));
    sources.put(
        "answers with another's word",
        SERVE.formatted(
            "String w = null; for (var r : requests) { if (w == null) { w = feed.poll(r); } r.answer(w); }"));
    sources.put(
        "makes up requests",
        SERVE.formatted(
            "for (int i = 1; i <= 8; i++) { var r = new Request(\"queue\", i, \"/\"); r.answer(feed.poll(r)); }"));
    sources.put("asks without end", SERVE.formatted("while (true) { requests.next(); }"));
    sources.put(
        "nests too deeply", "int x = " + "(".repeat(15_000) + "1" + ")".repeat(15_000) + ";");
    sources.put("is gigantic", "// " + "x".repeat(70_000) + "\n" + SERVE.formatted(HONEST));
    sources.put(
        "never closes",
        "void serve(Requests requests, BlockingFeed feed) { " + "if (true) { ".repeat(50));
    sources.put("is no text", "\u0000\u0001\u0002 }{ )(");
    return sources;
  }

  static Stream<String> names() {
    return sources().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void earnsNothingAndHarmsNothing(String name) throws IOException, InterruptedException {
    var graded = grade(sources().getOrDefault(name, ""));
    assertThat(graded.whole()).as("%s: %s", name, graded).isNotEqualTo(Outcome.PASS);
    assertThat(graded.evidence().printed().length()).isLessThanOrEqualTo(66_000);
    assertThat(ProcessHandle.current().descendants().filter(p -> isAgent(p) && p.isAlive()))
        .as("%s left a JVM behind", name)
        .isEmpty();
  }

  @Test
  void anHonestOneStillPassesAfterThem() throws IOException, InterruptedException {
    grade(sources().getOrDefault("exits", ""));
    grade(sources().getOrDefault("floods", ""));
    assertThat(grade(SERVE.formatted(HONEST)).whole()).isEqualTo(Outcome.PASS);
  }

  @Test
  void whatIsOutOfBoundsIsNamedWithItsLine() throws IOException, InterruptedException {
    var graded =
        grade(
            "// a comment\n\nvoid serve(Requests r, BlockingFeed f) {\n  ProcessHandle.current();\n}");
    assertThat(graded.evidence().faults())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.line()).isEqualTo(4);
          assertThat(fault.column()).isEqualTo(3);
          assertThat(fault.message()).contains("java.lang.ProcessHandle");
        });
  }

  @Test
  void aCompileErrorHasLineColumnAndJShellsWords() throws IOException, InterruptedException {
    var graded =
        grade(
            "// one\nvoid serve(Requests requests, BlockingFeed feed) {\n    int x = \"a\";\n}\n");
    assertThat(graded.evidence().faults())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.line()).isEqualTo(3);
          assertThat(fault.column()).isEqualTo(13);
          assertThat(fault.text()).isEqualTo("    int x = \"a\";");
          assertThat(fault.message()).contains("incompatible types");
        });
  }

  @Test
  void aMissingSemicolonInsideAClassIsToldAsSuch() throws IOException, InterruptedException {
    var graded = grade("class A {\n  int x = 3\n}\n" + SERVE.formatted(HONEST));
    assertThat(graded.evidence().faults())
        .first()
        .satisfies(fault -> assertThat(fault.message()).contains("';' expected"));
  }

  private static Grading.Graded grade(String source) throws IOException, InterruptedException {
    var file = Files.createTempDirectory(folder, "hostile").resolve("one-at-a-time.jsh");
    Files.writeString(file, source);
    return Grading.grade(Grading.spec(SPEC), file, folder.resolve("cache"));
  }

  private static boolean isAgent(ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains("jshell.child.Agent"))
        .isPresent();
  }
}
