package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code lab completion} prints, judged by the shells themselves. */
@Tag("process")
@Timeout(60)
class CompletionIT {
  @TempDir Path folder;

  private Path script(String shell) throws IOException {
    var out = new StringWriter();
    int exit = Main.commandLine().setOut(new PrintWriter(out, true)).execute("completion", shell);
    assertThat(exit).isZero();
    return Files.writeString(folder.resolve("lab." + shell), out.toString());
  }

  /** What a shell prints; it must not fail. */
  private String run(String... words) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(words).redirectErrorStream(true).start();
    } catch (IOException missing) {
      return fail(
          words[0]
              + " is not there to judge its completion script. Install it: apt-get install zsh fish");
    }
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(List.of(words) + ": " + said).isZero();
    return said;
  }

  @ParameterizedTest
  @CsvSource({"bash, -n", "zsh, -n", "fish, --no-execute"})
  void theShellAcceptsItsScript(String shell, String check) throws Exception {
    assertThat(run(shell, check, script(shell).toString())).isEmpty();
  }

  @Test
  void bashCompletesACommandAnOptionAndAStage() throws Exception {
    var load = "source " + script("bash") + "; ";
    assertThat(run("bash", "-c", load + complete("ne"))).contains("next");
    assertThat(run("bash", "-c", load + complete("verify --re"))).contains("--repeat");
    assertThat(run("bash", "-c", load + complete("verify 08"))).contains("08-reroute");
    assertThat(run("bash", "-c", load + complete("predict --stage 02"))).contains("02-the-502s");
  }

  private static String complete(String typed) {
    int last = typed.split(" ", -1).length;
    return "COMP_WORDS=(lab %s); COMP_CWORD=%d; _complete_lab; echo \"${COMPREPLY[@]}\""
        .formatted(typed, last);
  }

  @Test
  void fishCompletesACommandAnOptionAndAStage() throws Exception {
    var load = "source " + script("fish") + "; ";
    assertThat(run("fish", "--no-config", "-c", load + "complete -C 'lab ne'")).contains("next");
    assertThat(run("fish", "--no-config", "-c", load + "complete -C 'lab verify --re'"))
        .contains("--repeat");
    assertThat(run("fish", "--no-config", "-c", load + "complete -C 'lab goto 08'"))
        .contains("08-reroute");
  }

  @Test
  void zshKnowsTheFunctionOnceItHasReadTheScript() throws Exception {
    var load = "source " + script("zsh") + "; ";
    assertThat(
            run(
                "zsh",
                "-f",
                "-c",
                load + "print -r -- ${+functions[_complete_lab]} ${_comps[lab]}"))
        .contains("1");
  }
}
