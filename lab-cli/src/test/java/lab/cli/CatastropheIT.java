package lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lab.run.RunResult;
import lab.stack.ProcessId;
import lab.stack.Program;
import lab.stack.RunningStack;
import lab.stack.StackCard;
import lab.stack.StartTurn;
import lab.stack.StateFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real stacks whose parts are killed, and two of them at once. A stack that a test leaves whole
 * serves the next one.
 */
@Tag("process")
@Timeout(180)
class CatastropheIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path folder;
  private static LabBench one = new LabBench(Path.of(""));
  private static LabBench two = new LabBench(Path.of(""));

  @BeforeAll
  static void checkouts() throws IOException {
    one = LabBench.in(folder.resolve("checkout one"));
    two = LabBench.in(folder.resolve("checkout two"));
  }

  @AfterAll
  static void down() {
    one.lab("down");
    two.lab("down");
  }

  /** The stack that the test before has left whole, or a new one. */
  private static RunningStack wholeStack() {
    if (one.lab("status").exit() != 0) {
      one.lab("down");
      var up = one.lab("up", "-d");
      assertThat(up.exit()).as(up.err()).isZero();
    }
    return stack(one);
  }

  @Test
  void killedArbiterIsReportedAndItsWorkersGoThenTheKilledSupervisorTakesTheRest()
      throws Exception {
    var stack = wholeStack();
    var arbiter = stack.child("sync").flatMap(ProcessId::live).orElseThrow();
    var workers = arbiter.descendants().toList();
    assertThat(workers).hasSizeGreaterThanOrEqualTo(2);
    arbiter.destroyForcibly();
    LabProcess.await(
        "workers gone", PATIENCE, () -> workers.stream().noneMatch(ProcessHandle::isAlive));
    var status = one.lab("status");
    assertThat(status.exit()).isEqualTo(1);
    assertThat(status.out()).containsPattern("sync .*DEAD").containsPattern("async .*up");

    stack.supervisor().live().orElseThrow().destroyForcibly();
    LabProcess.awaitNobodyOf(one.root());
    assertThat(one.lab("status").out()).contains("Nothing is up");
    assertThat(one.lab("up", "-d").exit()).isZero();
    assertThat(
            one.lab("logs", "async", "-n", "1000").out().lines().filter(CatastropheIT::saysReady))
        .as("logs tell of the stack that is up, not of those before it")
        .hasSize(1);
  }

  /** The workers do not end with their master, and would hold the port of the next stack. */
  @Test
  void killedMasterOfNginxLeavesNobodyOnItsPort() throws Exception {
    var stack = wholeStack();
    int port = stack.port(Program.NGINX);
    var master = stack.child("nginx").flatMap(ProcessId::live).orElseThrow();
    var workers = master.children().toList();
    assertThat(workers).isNotEmpty();
    try (var _ = StartTurn.take(() -> {})) { // no other lab may choose the port meanwhile
      master.destroyForcibly();
      LabProcess.await(
          "workers gone", PATIENCE, () -> workers.stream().noneMatch(ProcessHandle::isAlive));
      assertThatCode(() -> new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close())
          .as("a stack that starts now gets it")
          .doesNotThrowAnyException();
    }
    assertThat(one.lab("status").out())
        .containsPattern("nginx .*DEAD")
        .containsPattern("sync .*up");
    assertThat(one.lab("down").exit()).isZero();
    assertThat(one.lab("up", "-d").exit()).isZero();
  }

  @Test
  void twoCheckoutsAtOnceHaveStacksOfTheirOwn() throws Exception {
    one.lab("down");
    try (var first = LabProcess.start(one.root(), "up", "-d");
        var second = LabProcess.start(two.root(), "up", "-d")) {
      assertThat(List.of(first.exitCode(), second.exitCode()))
          .as(first.said() + second.said())
          .containsOnly(0);
    }
    assertThat(stack(one).ports().values())
        .doesNotContainAnyElementsOf(stack(two).ports().values());
    assertThat(one.lab("down").out()).contains("  nginx\n");
    assertThat(one.lab("status").exit()).isEqualTo(1);
    assertThat(two.lab("status").exit()).isZero();
    LabProcess.awaitNobodyOf(one.root());
    assertThat(two.lab("down").exit()).isZero();
  }

  @Test
  void twoLabsAtOnceInOneCheckoutMakeOneStack() throws Exception {
    one.lab("down");
    try (var first = LabProcess.start(one.root(), "up", "-d");
        var second = LabProcess.start(one.root(), "up", "-d")) {
      var codes = List.of(first.exitCode(), second.exitCode());
      assertThat(codes).as(first.said() + second.said()).containsExactlyInAnyOrder(0, 4);
      var loser = codes.getFirst() == 0 ? second : first;
      assertThat(loser.said()).containsPattern("another stack is up|is up already");
    }
    assertThat(one.lab("status").exit()).isZero();
  }

  @Test
  void secondRunInOneCheckoutIsRefusedAndSpoilsNothing() throws Exception {
    one.lab("down");
    try (var first = LabProcess.start(one.root(), "run", "check-feed")) {
      first.awaitWords("load 1.");
      var before = runs(one);
      var second = one.lab("run", "check-feed");
      assertThat(second.exit()).as(second.err()).isEqualTo(4);
      assertThat(second.err()).contains("Another run is going on", before.getLast(), "lab down");
      assertThat(runs(one)).isEqualTo(before);
      var link = new LabBench(Files.createSymbolicLink(folder.resolve("link"), one.root()));
      assertThat(link.lab("run", "check-feed").err()).contains("Another run is going on");
      first.signal("INT");
      assertThat(first.exitCode()).isEqualTo(130);
    }
    LabProcess.awaitNobodyOf(one.root());
  }

  @Test
  void secondRunOnTheStackThatIsUpIsRefusedAndSpoilsNothing() throws Exception {
    wholeStack();
    try (var first = LabProcess.start(one.root(), "run", "check-feed")) {
      first.awaitWords("load 1.");
      var before = runs(one);
      var second = one.lab("run", "check-feed");
      assertThat(second.exit()).as(second.err()).isEqualTo(4);
      assertThat(second.err()).contains("at work", Long.toString(first.process().pid()));
      assertThat(runs(one)).isEqualTo(before);
      first.signal("INT");
      assertThat(first.exitCode()).isEqualTo(130);
    }
  }

  @Test
  void aRunWhoseStackGoesDownIsCutShortAndSaysSo() throws Exception {
    wholeStack();
    try (var run = LabProcess.start(one.root(), "run", "check-feed", "--duration", "600s")) {
      run.awaitWords("load 1.");
      assertThat(one.lab("down").exit()).isZero();
      assertThat(run.exitCode()).as(run.said()).isEqualTo(4);
      assertThat(run.said()).contains("went down");
    }
    assertThat(latestIsComplete(one)).isFalse();
  }

  @Test
  void aRunThatLosesAProgramIsCutShortAndNamesItAndTheNextOneDoesNotBegin() throws Exception {
    wholeStack();
    try (var run = LabProcess.start(one.root(), "run", "check-feed", "--duration", "600s")) {
      run.awaitWords("load 1.");
      stack(one).child("async").flatMap(ProcessId::live).orElseThrow().destroyForcibly();
      assertThat(run.exitCode()).as(run.said()).isEqualTo(4);
      assertThat(run.said()).contains("async has ended", "ready");
    }
    assertThat(latestIsComplete(one)).isFalse();
    var next = one.lab("run", "check-feed");
    assertThat(next.exit()).as(next.err()).isEqualTo(4);
    assertThat(next.err()).contains("async has ended", "lab down");
  }

  private static boolean latestIsComplete(LabBench bench) throws IOException {
    var file = bench.root().resolve(".lab/runs").resolve(runs(bench).getLast()).resolve("run.json");
    return StateFiles.read(file, RunResult.class).orElseThrow().complete();
  }

  private static List<String> runs(LabBench bench) throws IOException {
    try (var folders = Files.list(bench.root().resolve(".lab/runs"))) {
      return folders
          .map(run -> run.getFileName().toString())
          .filter(name -> name.startsWith("r-"))
          .sorted()
          .toList();
    }
  }

  private static RunningStack stack(LabBench bench) {
    return new StackCard(bench.root().resolve(".lab")).running().orElseThrow();
  }

  private static boolean saysReady(String line) {
    return line.contains("ready async");
  }
}
