package lab.stack.supervisor;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lab.stack.ChildPlan;
import lab.stack.StackMessage;
import lab.stack.StackPlan;
import lab.stack.StateFiles;
import lab.stack.events.EventFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starts the children of one plan in waves, tells the lab what happens, and ends them all when the
 * lab goes.
 *
 * <p>Standard input is the lab's pipe: its end means "take everything down", unless the line {@code
 * detach} came before it. SIGTERM takes everything down in any case.
 */
public final class Supervisor {
  private static final long READY_LIMIT_MILLIS = Duration.ofSeconds(90).toMillis();
  private static final long PATIENCE_MILLIS = 1200;

  /** Short: whoever restarts a child wants its state gone, not its work finished. */
  private static final long RESTART_PATIENCE_MILLIS = 200;

  /** Nobody can refuse to be killed; only the kernel needs a moment. */
  private static final long KILL_PATIENCE_MILLIS = 200;

  /** The lab's order to end a child, with all that waits for it, and to start it afresh. */
  private static final String RESTART = "restart ";

  private final StackPlan plan;
  private final OwnSession session;
  private final StackFiles files;
  private final PrintStream lab;
  private final JsonMapper json = JsonMapper.builder().build();
  private final List<Child> children = new ArrayList<>();
  private final Set<Child> retired = new HashSet<>();
  private boolean ending;
  private boolean detached;

  private Supervisor(StackPlan plan, OwnSession session, PrintStream lab) {
    this.plan = plan;
    this.session = session;
    this.files = new StackFiles(plan);
    this.lab = lab;
  }

  /**
   * Runs until the lab's pipe ends or SIGTERM comes.
   *
   * @param args the path of the plan, a {@link StackPlan} as JSON
   * @throws IOException when the plan cannot be read
   */
  public static void main(String[] args) throws IOException {
    var plan =
        StateFiles.read(Path.of(args[0]), StackPlan.class)
            .orElseThrow(() -> new IOException("no plan in " + args[0]));
    // Only whole messages go to the lab; anything else that is printed goes to the log.
    var lab =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    new Supervisor(plan, OwnSession.begin(), lab).run();
  }

  private void run() throws IOException {
    files.makeFolders();
    try (var channel =
            FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      if (lock == null) {
        tell(new StackMessage.Refused("another stack is up in " + plan.state()));
        return;
      }
      files.clearLogs();
      Files.createDirectories(plan.sockets());
      try (var _ = events()) {
        // SIGTERM comes this way too, and then nothing else of this method runs.
        Runtime.getRuntime().addShutdownHook(new Thread(this::endAll, "end-all"));
        Thread.ofPlatform().daemon().name("start").start(this::startAll);
        obeyTheLab();
        endAll();
      }
    }
  }

  private EventCollector events() throws IOException {
    return EventCollector.open(
        plan.eventSocket(),
        plan.events(),
        EventFile.Limits.USUAL,
        what -> tell(new StackMessage.Warned(what)));
  }

  /** Reads the lab's orders to their end; returns when the stack is to go down. */
  private void obeyTheLab() throws IOException {
    var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var order = orders.readLine(); order != null; order = orders.readLine()) {
      if (order.equals("detach")) {
        detach();
      } else if (order.startsWith(RESTART)) {
        var name = order.substring(RESTART.length());
        // On a thread of its own, for the end of the pipe must be seen meanwhile.
        Thread.ofPlatform().daemon().name(order).start(() -> restart(name));
      }
    }
    if (isDetached()) {
      awaitSignal();
    }
  }

  private synchronized void detach() throws IOException {
    detached = true;
    writeCard();
  }

  private synchronized boolean isDetached() {
    return detached;
  }

  private static void awaitSignal() {
    var never = new CompletableFuture<Void>();
    never.join();
  }

  private void startAll() {
    var waves = new TreeMap<Integer, List<ChildPlan>>();
    plan.children()
        .forEach(child -> waves.computeIfAbsent(child.wave(), w -> new ArrayList<>()).add(child));
    try {
      for (var wave : waves.values()) {
        var started = new ArrayList<Child>();
        for (var child : wave) {
          start(child).ifPresent(started::add);
        }
        for (var child : started) {
          if (!child.awaitReady(READY_LIMIT_MILLIS)) {
            return;
          }
          tell(new StackMessage.Ready(child.name()));
        }
        if (started.size() < wave.size()) {
          return;
        }
      }
      writeCard();
      tell(new StackMessage.AllReady());
    } catch (IOException e) {
      tell(new StackMessage.Refused("the stack could not be started: " + e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Optional<Child> start(ChildPlan child) throws IOException {
    if (ending) {
      return Optional.empty();
    }
    var started =
        Child.start(
            child,
            plan.folder(),
            plan.log(child.name()),
            line -> tell(new StackMessage.Logged(child.name(), line)));
    children.add(started);
    files.writeProcesses(children);
    tell(new StackMessage.Started(child.name()));
    started.onExit(code -> exited(started, code));
    return Optional.of(started);
  }

  /** A queue of dead requests goes with its process; what it held is free for the next one. */
  private void restart(String name) {
    var old = retire(name);
    if (old.isEmpty()) {
      tell(new StackMessage.Refused("there is no " + name + " to restart"));
      return;
    }
    var processes = old.get().tree();
    old.get().askToEnd();
    await(processes, RESTART_PATIENCE_MILLIS);
    processes.forEach(ProcessHandle::destroyForcibly);
    await(processes, PATIENCE_MILLIS);
    endOrphans();
    try {
      forget(old.get());
      var fresh = start(old.get().plan());
      if (fresh.isPresent() && fresh.get().awaitReady(READY_LIMIT_MILLIS)) {
        tell(new StackMessage.Ready(name));
      }
    } catch (IOException e) {
      tell(new StackMessage.Refused(name + " could not be restarted: " + e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Optional<Child> retire(String name) {
    var old = children.stream().filter(child -> child.name().equals(name)).findFirst();
    old.ifPresent(retired::add);
    return old;
  }

  private synchronized void forget(Child ended) {
    children.remove(ended);
    retired.remove(ended);
  }

  private void exited(Child child, int code) {
    // At once, for nginx's workers go on taking connections after their master was killed.
    endOrphans();
    synchronized (this) {
      if (ending || retired.contains(child) || !children.contains(child)) {
        return;
      }
    }
    tell(new StackMessage.Exited(child.name(), code, child.lastWords()));
  }

  private synchronized void writeCard() throws IOException {
    files.writeCard(children, detached);
  }

  /**
   * Ends the children in two steps: asks all, waits a moment, then kills what is left, with all
   * below it.
   */
  private void endAll() {
    var running = new ArrayList<Child>();
    synchronized (this) {
      if (ending) {
        return;
      }
      ending = true;
      running.addAll(children);
    }
    var processes = running.stream().flatMap(child -> child.tree().stream()).toList();
    running.forEach(Child::askToEnd);
    await(processes, PATIENCE_MILLIS);
    running.stream()
        .flatMap(child -> child.tree().stream())
        .forEach(ProcessHandle::destroyForcibly);
    processes.forEach(ProcessHandle::destroyForcibly);
    await(processes, KILL_PATIENCE_MILLIS);
    endOrphans();
    files.clearAway();
  }

  /** Whose parent was killed belongs to nobody's tree, and yet holds ports and files. */
  private void endOrphans() {
    session.orphans().forEach(ProcessHandle::destroyForcibly);
  }

  /** Waits until all have ended, or the time is over; whoever is still there is the caller's. */
  private static void await(List<ProcessHandle> processes, long millis) {
    var all =
        CompletableFuture.allOf(
            processes.stream()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::onExit)
                .toArray(CompletableFuture[]::new));
    try {
      all.get(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException stillThere) {
      // The caller ends them.
    }
  }

  private void tell(StackMessage message) {
    synchronized (lab) {
      lab.println(json.writeValueAsString(message));
    }
  }
}
