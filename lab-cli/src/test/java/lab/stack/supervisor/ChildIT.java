package lab.stack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lab.stack.ChildPlan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One child of a supervisor, as a real process. */
@Tag("process")
@Timeout(60)
class ChildIT {
  private static final int SLOW_READER_MILLIS = 300;

  @TempDir Path folder;

  /**
   * The reader is held up at the first line until the end of the child has been told, or a while.
   */
  @Test
  void lastWordsAreWaitedForThoughTheChildHasEndedAlready() throws Exception {
    var told = new CompletableFuture<List<String>>();
    var child =
        start("echo first; echo last; exit 4", false, line -> awaitEnd(told, SLOW_READER_MILLIS));
    child.onExit(code -> told.complete(child.lastWords()));
    assertThat(told.get(30, TimeUnit.SECONDS)).containsExactly("first", "last");
  }

  @Test
  void lastWordsAreNotWaitedForForeverWhereSomebodyElseHoldsThePipe() throws Exception {
    var never = new CompletableFuture<List<String>>();
    var told = new CompletableFuture<List<String>>();
    var child = start("echo only; exit 4", false, line -> awaitEnd(never, 20_000));
    child.onExit(code -> told.complete(child.lastWords()));
    assertThat(told.get(15, TimeUnit.SECONDS)).containsExactly("only");
    never.complete(List.of());
  }

  @Test
  void guardPassesTheExitCodeAndLeavesNoWatcher() throws Exception {
    var go = folder.resolve("go");
    var code = new CompletableFuture<Integer>();
    var child =
        start(
            "echo ready x; while [ ! -e '" + go + "' ]; do sleep 0.01; done; exit 5",
            true,
            line -> {});
    child.onExit(code::complete);
    assertThat(child.awaitReady(30_000)).isTrue();
    var guard = ProcessHandle.of(child.pid()).orElseThrow();
    List<ProcessHandle> watchers =
        guard.children().filter(one -> !one.equals(program(child))).toList();
    assertThat(watchers).isNotEmpty();
    assertThat(go.toFile().createNewFile()).isTrue();
    assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(5);
    for (var watcher : watchers) {
      watcher.onExit().get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void guardedProgramEndsWithItsStandardInput() throws Exception {
    var code = new CompletableFuture<Integer>();
    var child = start("echo ready x; exec sleep 600", true, line -> {});
    child.onExit(code::complete);
    assertThat(child.awaitReady(30_000)).isTrue();
    child.askToEnd();
    assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(128 + 15);
  }

  /** It writes more than a pipe holds. */
  @Test
  void aLogThatCannotBeKeptNeitherBlocksNorEndsTheProgram() throws Exception {
    Files.createDirectories(folder.resolve("logs/it.log"));
    var code = new CompletableFuture<Integer>();
    var script = "i=0; while [ $i -lt 20000 ]; do echo line $i || exit 9; i=$((i+1)); done; exit 5";
    var child = start(script, false, line -> {});
    child.onExit(code::complete);
    assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(5);
    assertThat(child.lastWords()).endsWith("line 19999");
  }

  @Test
  void aStrangerOnItsPortDoesNotMakeAProgramReady() throws Exception {
    try (var stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var deaf = startListener("sleep 1", stranger.getLocalPort());
      assertThat(deaf.awaitReady(30_000)).isFalse();
      var bound = startListener("echo $$ > it.pid; exec sleep 600", stranger.getLocalPort());
      assertThat(bound.awaitReady(30_000)).isTrue();
      bound.askToEnd();
      ProcessHandle.of(bound.pid()).ifPresent(process -> process.onExit().join());
      var next = startListener("sleep 1", stranger.getLocalPort());
      assertThat(next.awaitReady(30_000)).as("by the pid of the one before").isFalse();
    }
  }

  private Child startListener(String script, int port) throws Exception {
    var plan = new ChildPlan("it", List.of("sh", "-c", script), OptionalInt.of(port), 0, true);
    return Child.start(plan, folder, folder.resolve("logs/it.log"), line -> {});
  }

  private static ProcessHandle program(Child child) {
    return child.id().live().orElseThrow();
  }

  private Child start(String script, boolean guarded, Consumer<String> eachLine) throws Exception {
    var words = Stream.of("sh", "-c", script).toList();
    var plan = new ChildPlan("it", words, OptionalInt.empty(), 0, guarded);
    return Child.start(plan, folder, folder.resolve("logs/it.log"), eachLine);
  }

  private static void awaitEnd(CompletableFuture<List<String>> told, int millis) {
    told.copy().completeOnTimeout(List.of(), millis, TimeUnit.MILLISECONDS).join();
  }
}
