package lab.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import lab.problem.ProblemException;
import lab.stack.events.EventReader;
import lab.stack.events.ProgramEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The supervisor and its children, as real processes that are killed in every way. */
@Tag("process")
@Timeout(60)
class StackIT {
  private static final String STUBBORN =
      "trap '' TERM INT HUP; echo ready x; while :; do sleep 1; done";
  private static final String PLAIN = "echo ready x; exec sleep 600";
  private static final Duration GONE_WITHIN = Duration.ofSeconds(3);

  private final String nonce = "t" + UUID.randomUUID().toString().substring(0, 8);
  private final List<StackMessage> heard = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> opened = new ArrayList<>();

  @TempDir Path folder;

  @AfterEach
  void endWhatIsLeft() throws Exception {
    for (var one : opened) {
      one.close();
    }
    ours().forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void closeEndsChildrenThatIgnoreSigtermAndAllBelowThem() throws Exception {
    var stack = up(plan(child("stubborn", STUBBORN), child("plain", PLAIN)));
    assertThat(ours()).hasSizeGreaterThanOrEqualTo(3);
    stack.close();
    assertThat(ours()).isEmpty();
    assertThat(folder.resolve("state/stack.json")).doesNotExist();
    assertThat(folder.resolve("state/processes")).doesNotExist();
  }

  @Test
  void killOfTheLabLeavesNothing() throws Exception {
    var lab = hold(plan(child("stubborn", STUBBORN), guarded("guarded", PLAIN)), "wait-ready");
    assertThat(ours()).hasSizeGreaterThanOrEqualTo(4);
    lab.destroyForcibly().waitFor();
    assertGone();
  }

  @Test
  void killOfTheLabHalfWayThroughTheStartLeavesNothing() throws Exception {
    var lab = hold(plan(child("never", "echo booting; exec sleep 600")), "wait-started");
    await(() -> ours().stream().anyMatch(process -> commandLine(process).contains("sleep 600")));
    lab.destroyForcibly().waitFor();
    assertGone();
  }

  @Test
  void killOfTheSupervisorEndsWhatCannotWatchByItself() throws Exception {
    var stack = up(plan(guarded("guarded", PLAIN)));
    var supervisor = new StackCard(stack.plan().state()).running().orElseThrow().supervisor();
    supervisor.live().orElseThrow().destroyForcibly();
    assertGone();
  }

  @Test
  void childrenLiveInAnotherSessionThanTheTerminals() throws Exception {
    up(plan(child("plain", PLAIN)));
    var mine = session(ProcessHandle.current());
    assertThat(ours()).allSatisfy(process -> assertThat(session(process)).isNotEqualTo(mine));
  }

  @Test
  void childThatDiesAtTheStartIsNamedWithItsLastLines() throws Exception {
    var stack = start(plan(child("doomed", "echo cannot bind 8101; exit 4")));
    assertThatThrownBy(stack::awaitReady)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("doomed ended with exit code 4")
        .hasMessageContaining("cannot bind 8101");
  }

  @Test
  void childThatDiesLaterIsReportedAndTheOthersGoOn() throws Exception {
    var stack = up(plan(child("first", PLAIN), child("second", PLAIN)));
    var card = new StackCard(stack.plan().state()).running().orElseThrow();
    card.child("first").flatMap(ProcessId::live).orElseThrow().destroyForcibly();
    await(() -> heard.stream().anyMatch(message -> message instanceof StackMessage.Exited));
    assertThat(card.child("second").flatMap(ProcessId::live)).isPresent();
  }

  /** As nginx's workers do, which serve on when their master was killed. */
  @Test
  void whatAKilledChildLeavesBehindIsEnded() throws Exception {
    var stack =
        up(plan(guarded("master", "sleep 611 & echo ready x; wait"), child("other", PLAIN)));
    var worker = ours().stream().filter(one -> commandLine(one).contains("sleep 611")).findFirst();
    var card = new StackCard(stack.plan().state()).running().orElseThrow();
    card.child("master").flatMap(ProcessId::live).orElseThrow().destroyForcibly();
    await(() -> !worker.orElseThrow().isAlive());
    await(() -> heard.stream().anyMatch(message -> message instanceof StackMessage.Exited));
    assertThat(card.child("other").flatMap(ProcessId::live)).isPresent();
  }

  @Test
  void secondStackInOneCheckoutIsRefused() throws Exception {
    up(plan(child("plain", PLAIN)));
    var second = start(plan(child("other", PLAIN)));
    assertThatThrownBy(second::awaitReady)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("another stack is up");
  }

  @Test
  void detachedStackOutlivesTheLabUntilItIsTakenDown() throws Exception {
    var stack = up(plan(child("plain", PLAIN)));
    stack.detach();
    var card = new StackCard(stack.plan().state());
    await(() -> card.running().filter(RunningStack::detached).isPresent());
    stack.close();
    var running = card.running().orElseThrow();
    assertThat(running.supervisor().live()).isPresent();
    assertThat(card.down()).singleElement().asString().isEqualTo("plain");
    assertGone();
    assertThat(card.running()).isEmpty();
  }

  @Test
  void downEndsOnlyWhatCarriesOurNonce() throws Exception {
    var stranger = new ProcessBuilder("sleep", "600").start();
    opened.add(stranger::destroyForcibly);
    var state = folder.resolve("state");
    StateFiles.write(
        state.resolve("processes"),
        List.of(
            Map.of("name", "sync", "process", ProcessId.of(stranger.toHandle()), "nonce", nonce)));
    assertThat(new StackCard(state).down()).isEmpty();
    assertThat(stranger.isAlive()).isTrue();
  }

  @Test
  void secondWaveWaitsForTheFirst() throws Exception {
    var marker = folder.resolve("first-was-ready");
    var first = child("first", "touch '" + marker + "'; " + PLAIN);
    var second =
        new ChildPlan(
            "second",
            List.of("sh", "-c", "test -f '" + marker + "' && " + PLAIN, nonce),
            OptionalInt.empty(),
            1,
            false);
    up(plan(first, second));
  }

  @Test
  void eventsOfAllProgramsLandInOneFileSignedByTheirSource() throws Exception {
    var stack = up(plan(child("plain", PLAIN)));
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(stack.plan().eventSocket()));
      var lines =
          """
          {"at":1,"event":"hello","program":"sync","role":"worker","pid":42,"run":"x"}
          {"at":2,"event":"begun","slot":"1","request":"n1","method":"GET","route":"/"}
          {"at":3,"event":"torn\
          """;
      channel.write(ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8)));
    }
    var events = new ArrayList<ProgramEvent>();
    try (var reader = new EventReader(stack.plan().events(), 0)) {
      await(() -> {
        events.addAll(read(reader));
        return events.size() >= 2;
      });
    }
    var origin = new ProgramEvent.Origin(2, "sync", "worker", 42);
    assertThat(events).hasSize(2).last().isEqualTo(new ProgramEvent.Begun(origin, "1", "n1", "/"));
  }

  private Stack up(StackPlan plan) throws Exception {
    var stack = start(plan);
    stack.awaitReady();
    return stack;
  }

  private Stack start(StackPlan plan) throws IOException {
    var stack = Stack.start(plan, heard::add);
    opened.add(stack);
    return stack;
  }

  private Process hold(StackPlan plan, String until) throws Exception {
    var file = folder.resolve("held-" + nonce + ".json");
    StateFiles.write(file, plan);
    var lab =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StackHolder.class.getName(),
                file.toString(),
                until)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    opened.add(lab::destroyForcibly);
    assertThat(lab.errorReader().readLine()).isEqualTo("holding");
    return lab;
  }

  private StackPlan plan(ChildPlan... children) throws IOException {
    var sockets = Files.createTempDirectory("lab-t-");
    opened.add(() -> Folders.delete(sockets));
    return new StackPlan(
        nonce,
        folder.resolve("stack"),
        sockets,
        folder.resolve("state"),
        10,
        Map.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(children));
  }

  private ChildPlan child(String name, String script) {
    return new ChildPlan(name, List.of("sh", "-c", script, nonce), OptionalInt.empty(), 0, false);
  }

  private ChildPlan guarded(String name, String script) {
    return new ChildPlan(name, List.of("sh", "-c", script, nonce), OptionalInt.empty(), 0, true);
  }

  /** The processes of this test's stack: what carries its nonce, and what those have started. */
  private List<ProcessHandle> ours() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(ProcessHandle::isAlive)
        .filter(process -> commandLine(process).contains(nonce))
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .distinct()
        .toList();
  }

  private void assertGone() {
    long deadline = System.nanoTime() + GONE_WITHIN.toNanos();
    while (!ours().isEmpty() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(ours()).map(StackIT::commandLine).isEmpty();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the deadline").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static List<ProgramEvent> read(EventReader reader) {
    try {
      return reader.next();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String commandLine(ProcessHandle process) {
    return process.info().commandLine().orElse("");
  }

  /** Source: proc(5), {@code /proc/pid/stat}: the fourth field after the name is the session. */
  private static String session(ProcessHandle process) {
    try {
      var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3];
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
