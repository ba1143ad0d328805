package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.problem.UsageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;

/** What a person sees of a command that fails, and what the shell does. */
class FailuresTest {
  private static final Problem PROBLEM = new Problem("It is broken.", "here", "mend it");
  private static final String BUG =
      "This is a bug in the lab: java.lang.IllegalStateException: no such lane";

  @TempDir Path folder;
  private Path root = Path.of("");

  @BeforeEach
  void makeCheckout() throws IOException {
    root = folder.resolve("lab");
    Files.createDirectories(root.resolve("exercises"));
    Files.createDirectories(root.resolve("nginx"));
  }

  @Test
  void aBugIsOneLineAndItsTraceIsAFileOfTheCheckout() throws IOException {
    var done = fail(new IllegalStateException("no such lane"));
    assertThat(done.exit()).isEqualTo(70);
    assertThat(done.out()).isEmpty();
    assertThat(done.err()).startsWith(BUG).hasLineCount(1);
    assertThat(trace(done).getParent()).isEqualTo(root.resolve(".lab/bugs"));
    assertThat(trace(done))
        .content()
        .startsWith("java.lang.IllegalStateException: no such lane\n")
        .contains("\tat " + FailuresTest.class.getName());
  }

  @Test
  void whereTheCheckoutTakesNoTraceTheTemporaryFolderDoes() throws IOException {
    Files.writeString(root.resolve(".lab"), "no folder");
    var done = fail(new IllegalStateException("no such lane"));
    assertThat(done.exit()).isEqualTo(70);
    assertThat(done.err()).startsWith(BUG);
    var trace = trace(done);
    assertThat(trace).hasParentRaw(Path.of(System.getProperty("java.io.tmpdir")));
    assertThat(trace).content().contains("no such lane");
    Files.delete(trace);
  }

  @Test
  void aProgramThatAsksHearsOfABugInJson() {
    var done = fail(new IllegalStateException("no such lane"), "--json");
    assertThat(done.exit()).isEqualTo(70);
    var json = JsonMapper.builder().build().readTree(done.out());
    assertThat(json.path("schema").asString()).isEqualTo("lab/error/1");
    assertThat(json.path("bug").asString())
        .isEqualTo("java.lang.IllegalStateException: no such lane");
  }

  @Test
  void whatAPersonCanPutRightIsNoBug() {
    var environment = fail(new ProblemException(PROBLEM));
    assertThat(environment.exit()).isEqualTo(4);
    assertThat(environment.err())
        .isEqualTo("problem  It is broken.\n  where  here\n  next   mend it\n");
    assertThat(fail(new IOException("No space left on device")).exit()).isEqualTo(4);

    var usage = fail(new UsageException(PROBLEM));
    assertThat(usage.exit()).isEqualTo(2);
    assertThat(usage.err()).isEqualTo(environment.err());
    assertThat(root.resolve(".lab")).doesNotExist();
  }

  /** The file that the one line names. */
  private static Path trace(Done done) {
    var named = Pattern.compile("\\. The trace is in (.*)\\n").matcher(done.err());
    assertThat(named.find()).as(done.err()).isTrue();
    return Path.of(named.group(1));
  }

  private Done fail(Exception failure, String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var lab = Main.commandLine().addSubcommand(new Broken(failure));
    lab.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    var all = Stream.concat(Stream.of("broken", "--root", root.toString()), Stream.of(words));
    return new Done(lab.execute(all.toArray(String[]::new)), out.toString(), err.toString());
  }

  /** What a command left behind. */
  private record Done(int exit, String out, String err) {}

  /** A command of the lab that fails. */
  @Command(name = "broken")
  record Broken(Exception failure) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      throw failure;
    }
  }
}
