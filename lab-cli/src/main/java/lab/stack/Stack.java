package lab.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.stack.StackMessage.AllReady;
import lab.stack.StackMessage.Exited;
import lab.stack.StackMessage.Logged;
import lab.stack.StackMessage.Ready;
import lab.stack.StackMessage.Refused;
import lab.stack.StackMessage.Started;
import lab.stack.StackMessage.Warned;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stack that this process started: it goes down when this is closed, or when this process ends in
 * any way.
 */
public final class Stack implements AutoCloseable, Liveness {
  private static final Duration READY_LIMIT = Duration.ofMinutes(2);
  private static final Duration DOWN_LIMIT = Duration.ofSeconds(8);
  private static final String SUPERVISOR = "lab.stack.supervisor.Supervisor";

  /** Source: {@code java.lang.Runtime}'s signal handling: 128 and the signal's number. */
  private static final int ENDED_BY_SIGTERM = 128 + 15;

  private final StackPlan plan;
  private final Process supervisor;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<String, CompletableFuture<Void>> restarted = new ConcurrentHashMap<>();
  private final Set<String> up = ConcurrentHashMap.newKeySet();
  private final CompletableFuture<Problem> loss = new CompletableFuture<>();
  private volatile boolean detached;

  private Stack(StackPlan plan, Process supervisor) {
    this.plan = plan;
    this.supervisor = supervisor;
  }

  /**
   * Starts the supervisor with a plan; returns at once.
   *
   * @param listener told everything that the supervisor says, in order, on a thread of its own
   * @throws IOException when the plan cannot be written or the supervisor not be started
   */
  public static Stack start(StackPlan plan, Consumer<StackMessage> listener) throws IOException {
    Files.createDirectories(plan.folder());
    StateFiles.write(plan.file(), plan);
    var classCache = Path.of(System.getProperty("lab.dist", "."), "lab-cli", "lab.jsa");
    var words = new ArrayList<>(Jvm.command(64, classCache));
    words.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            SUPERVISOR,
            plan.file().toString()));
    var builder = new ProcessBuilder(words);
    builder.redirectError(
        ProcessBuilder.Redirect.appendTo(plan.folder().resolve("supervisor.log").toFile()));
    var stack = new Stack(plan, builder.start());
    Thread.ofPlatform().daemon().name("stack").start(() -> stack.listen(listener));
    return stack;
  }

  public StackPlan plan() {
    return plan;
  }

  /** The first child that ended by itself, or its supervisor. */
  @Override
  public Optional<Problem> loss() {
    return loss.isDone() ? Optional.of(loss.join()) : Optional.empty();
  }

  /**
   * Waits until every program takes requests.
   *
   * @throws ProblemException when one of them ended first, with its last lines
   * @throws InterruptedException when this thread was told to stop waiting
   */
  public void awaitReady() throws InterruptedException {
    await(ready);
  }

  /**
   * Ends children with all that they hold and all that waits for them, starts them afresh and waits
   * until they take requests.
   *
   * @param names of children of this stack
   * @throws ProblemException when one of them ended first, or any child before, with its last lines
   * @throws IOException when the supervisor has ended
   * @throws InterruptedException when this thread was told to stop waiting
   */
  public void restart(List<String> names) throws IOException, InterruptedException {
    var all = new ArrayList<CompletableFuture<Void>>();
    for (var name : names) {
      var again = new CompletableFuture<Void>();
      restarted.put(name, again);
      up.remove(name);
      all.add(again);
    }
    demandWhole();
    for (var name : names) {
      send(supervisor.getOutputStream(), "restart " + name + "\n");
    }
    for (var again : all) {
      await(again);
    }
  }

  private void await(CompletableFuture<Void> event) throws InterruptedException {
    try {
      event.get(READY_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProblemException problems) {
        throw problems;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new ProblemException(late(plan, up));
    }
  }

  /** Says who of the children has not come up, given the names of those that have. */
  static Problem late(StackPlan plan, Set<String> up) {
    var missing =
        plan.children().stream()
            .filter(child -> !up.contains(child.name()))
            .map(child ->
                child.name()
                    + (child.readyPort().isPresent()
                        ? " does not listen on port " + child.readyPort().getAsInt()
                        : " has not said that it is ready"))
            .toList();
    return new Problem(
        "The stack was not ready after %d minutes: %s."
            .formatted(
                READY_LIMIT.toMinutes(),
                missing.isEmpty() ? "all took requests too late" : String.join(", ", missing)),
        plan.folder().resolve("logs").toString(),
        "read the logs there; lab doctor says whether the machine is too busy");
  }

  /**
   * Lets the stack go on after this process ends.
   *
   * @throws IOException when the supervisor has ended
   */
  public void detach() throws IOException {
    send(supervisor.getOutputStream(), "detach\n");
    detached = true;
  }

  /**
   * Waits for the end of the supervisor, which ends by itself only when somebody ends it.
   *
   * @param limit for how long at most
   * @return whether it has ended
   * @throws InterruptedException when this thread was told to stop waiting
   */
  public boolean awaitEnd(Duration limit) throws InterruptedException {
    return supervisor.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * What went wrong, once {@link #awaitEnd} has said that it is over; nothing where somebody took
   * it down in order, as {@code lab down} does by SIGTERM.
   */
  public Optional<Problem> lostBy() {
    return supervisor.exitValue() == ENDED_BY_SIGTERM
        ? Optional.empty()
        : Optional.of(supervisorEnded());
  }

  /** Takes the stack down and waits until it is; lets a detached one go. */
  @Override
  public void close() {
    try {
      supervisor.getOutputStream().close();
    } catch (IOException alreadyGone) {
      // Then its end of the pipe is closed, which says the same.
    }
    try {
      if (!detached && !supervisor.waitFor(DOWN_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        supervisor.descendants().forEach(ProcessHandle::destroyForcibly);
        supervisor.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(OutputStream pipe, String order) throws IOException {
    pipe.write(order.getBytes(StandardCharsets.UTF_8));
    pipe.flush();
  }

  private void listen(Consumer<StackMessage> listener) {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(supervisor.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var message = json.readValue(line, StackMessage.class);
        note(message);
        listener.accept(message);
      }
    } catch (IOException | JacksonException e) {
      abandon(e);
    }
    fail(supervisorEnded());
  }

  private Problem supervisorEnded() {
    return new Problem(
        "The supervisor of the stack ended.",
        plan.folder().resolve("supervisor.log").toString(),
        "read that file, then start again");
  }

  private void fail(Problem problem) {
    loss.complete(problem);
    abandon(new ProblemException(problem));
  }

  /** Nobody waits in vain for a stack that will not be ready. */
  private void abandon(Exception why) {
    ready.completeExceptionally(why);
    restarted.values().forEach(again -> again.completeExceptionally(why));
  }

  private void note(StackMessage message) {
    switch (message) {
      case AllReady() -> ready.complete(null);
      case Exited(var child, var code, var lastLines) -> fail(died(child, code, lastLines));
      case Refused(var why) ->
          fail(
              new Problem(
                  why,
                  plan.state().toString(),
                  why.startsWith("another stack")
                      ? "lab status shows it; lab down ends it"
                      : "lab doctor checks disk, ports and limits"));
      case Started(var child) -> {}
      case Ready(var child) -> {
        up.add(child);
        Optional.ofNullable(restarted.get(child)).ifPresent(again -> again.complete(null));
      }
      case Logged(var child, var line) -> {}
      case Warned(var what) -> {}
    }
  }

  /** Names a child that ended by itself, with what it said last. */
  public Problem died(String child, int code, List<String> lastLines) {
    var said = lastLines.isEmpty() ? "It wrote nothing." : String.join("\n", lastLines);
    return new Problem(
        child + " ended with exit code " + code + ". Its last lines:\n" + said,
        plan.log(child).toString(),
        "put right what its lines say, then start again; lab doctor checks the machine");
  }
}
