package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lab.cli.shell.ShellStacks;
import lab.jshell.shell.Shell;
import lab.screen.Ink;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code lab shell} with a real stack behind it. */
@Tag("process")
@Timeout(180)
class ShellStackIT {
  private static final String STARTS = "starting the stack; it ends with this shell";

  @TempDir Path folder;

  private final List<String> out = Collections.synchronizedList(new ArrayList<>());
  private final List<String> err = Collections.synchronizedList(new ArrayList<>());
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  private boolean type(String lines) throws IOException, InterruptedException {
    var workspace = new Workspace(LabBench.in(folder).root());
    var settings =
        new Shell.Settings(
            workspace.state().resolve("jshell"),
            Duration.ofSeconds(60),
            out::add,
            err::add,
            out::add,
            new Ink(false),
            80);
    try (var shell = Shell.open(settings, new ShellStacks(workspace, told::add))) {
      return shell.read(new BufferedReader(new StringReader(lines)));
    }
  }

  /**
   * Each order is seen twice: in what the feed says of itself, and in what the application gets.
   */
  @Test
  void theFeedDoesWhatItIsToldAndIsWellAgain() throws Exception {
    boolean well =
        type(
            """
            stack().sendAllTo("async")
            feed().fail()
            int failed = get("/check_feed").status()
            feed().cut()
            int cut = get("/check_feed").status()
            feed().refuse()
            int refused = get("/check_feed").status()
            feed().drip()
            feed().hang()
            feed().state()
            feed().normal()
            int normal = get("/check_feed").status()
            """);

    var said = String.join("\n", out);
    assertThat(well).as(said + err).isTrue();
    assertThat(said)
        .contains("fault=fail", "fault=cut", "fault=refuse", "fault=drip", "fault=hang")
        .contains("the feed: fault=none")
        .contains("normal ==> 200")
        .doesNotContain("failed ==> 200", "cut ==> 200", "refused ==> 200");
    assertThat(told).as("sendAllTo starts one stack").filteredOn(STARTS::equals).hasSize(1);
    LabProcess.awaitNobodyOf(folder);
  }
}
