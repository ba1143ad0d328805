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
import lab.stack.StateFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real stacks whose parts are killed, and two of them at once. */
@Tag("process")
@Timeout(180)
class CatastropheIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;
  private LabBench one = new LabBench(Path.of(""));
  private LabBench two = new LabBench(Path.of(""));

  @BeforeEach
  void checkouts() throws IOException {
    one = LabBench.in(folder.resolve("checkout one"));
    two = LabBench.in(folder.resolve("checkout two"));
  }

  @AfterEach
  void down() {
    one.lab("down");
    two.lab("down");
  }

  @Test
  void killedArbiterIsReportedAndItsWorkersGoThenTheKilledSupervisorTakesTheRest()
      throws Exception {
    assertThat(one.lab("up", "-d").exit()).isZero();
    var stack = stack(one);
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
  }

  /** The workers do not end with their master, and would hold the port of the next stack. */
  @Test
  void killedMasterOfNginxLeavesNobodyOnItsPort() throws Exception {
    assertThat(one.lab("up", "-d").exit()).isZero();
    var stack = stack(one);
    int port = stack.port(Program.NGINX);
    var master = stack.child("nginx").flatMap(ProcessId::live).orElseThrow();
    var workers = master.children().toList();
    assertThat(workers).isNotEmpty();
    master.destroyForcibly();
    LabProcess.await(
        "workers gone", PATIENCE, () -> workers.stream().noneMatch(ProcessHandle::isAlive));
    assertThatCode(() -> new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close())
        .doesNotThrowAnyException();
    assertThat(one.lab("status").out())
        .containsPattern("nginx .*DEAD")
        .containsPattern("sync .*up");
    assertThat(one.lab("down").exit()).isZero();
    assertThat(one.lab("up", "-d").exit()).isZero();
    assertThat(stack(one).port(Program.NGINX)).isEqualTo(port);
  }

  @Test
  void twoCheckoutsAtOnceHaveStacksOfTheirOwn() throws Exception {
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
  }

  @Test
  void twoLabsAtOnceInOneCheckoutMakeOneStack() throws Exception {
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
    try (var first = LabProcess.start(one.root(), "run", "check-feed")) {
      first.awaitWords("load 1.");
      var second = one.lab("run", "check-feed");
      assertThat(second.exit()).as(second.err()).isEqualTo(4);
      assertThat(second.err()).contains("Another run is going on", "r-0001", "lab down");
      assertThat(one.root().resolve(".lab/runs/r-0002")).doesNotExist();
      var link = new LabBench(Files.createSymbolicLink(folder.resolve("link"), one.root()));
      assertThat(link.lab("run", "check-feed").err()).contains("Another run is going on");
      first.signal("INT");
      assertThat(first.exitCode()).isEqualTo(130);
    }
    LabProcess.awaitNobodyOf(one.root());
  }

  @Test
  void secondRunOnTheStackThatIsUpIsRefusedAndSpoilsNothing() throws Exception {
    assertThat(one.lab("up", "-d").exit()).isZero();
    try (var first = LabProcess.start(one.root(), "run", "check-feed")) {
      first.awaitWords("load 1.");
      var second = one.lab("run", "check-feed");
      assertThat(second.exit()).as(second.err()).isEqualTo(4);
      assertThat(second.err()).contains("at work", Long.toString(first.process().pid()));
      assertThat(one.root().resolve(".lab/runs/r-0002")).doesNotExist();
      first.signal("INT");
      assertThat(first.exitCode()).isEqualTo(130);
    }
  }

  @Test
  void aRunWhoseStackGoesDownIsCutShortAndSaysSo() throws Exception {
    assertThat(one.lab("up", "-d").exit()).isZero();
    try (var run = LabProcess.start(one.root(), "run", "check-feed", "--duration", "600s")) {
      run.awaitWords("load 1.");
      assertThat(one.lab("down").exit()).isZero();
      assertThat(run.exitCode()).as(run.said()).isEqualTo(4);
      assertThat(run.said()).contains("went down");
    }
    assertThat(complete(one, "r-0001")).isFalse();
  }

  @Test
  void aRunThatLosesAProgramIsCutShortAndNamesItAndTheNextOneDoesNotBegin() throws Exception {
    assertThat(one.lab("up", "-d").exit()).isZero();
    try (var run = LabProcess.start(one.root(), "run", "check-feed", "--duration", "600s")) {
      run.awaitWords("load 1.");
      stack(one).child("async").flatMap(ProcessId::live).orElseThrow().destroyForcibly();
      assertThat(run.exitCode()).as(run.said()).isEqualTo(4);
      assertThat(run.said()).contains("async has ended", "ready");
    }
    assertThat(complete(one, "r-0001")).isFalse();
    var next = one.lab("run", "check-feed");
    assertThat(next.exit()).as(next.err()).isEqualTo(4);
    assertThat(next.err()).contains("async has ended", "lab down");
  }

  private static boolean complete(LabBench bench, String run) throws IOException {
    var file = bench.root().resolve(".lab/runs").resolve(run).resolve("run.json");
    return StateFiles.read(file, RunResult.class).orElseThrow().complete();
  }

  private static RunningStack stack(LabBench bench) {
    return new StackCard(bench.root().resolve(".lab")).running().orElseThrow();
  }
}
