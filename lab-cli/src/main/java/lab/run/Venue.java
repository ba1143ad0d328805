package lab.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lab.nginx.syntax.closure.Configuration;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.run.nginx.Detour;
import lab.stack.Folders;
import lab.stack.Liveness;
import lab.stack.Program;
import lab.stack.RunningStack;
import lab.stack.ServerJar;
import lab.stack.Stack;
import lab.stack.StackCard;
import lab.stack.StackMessage;
import lab.stack.StackSettings;
import lab.stack.StartTurn;
import lab.stack.events.EventFile;

/**
 * What a run is played on: the stack that is up, or one of its own that goes down with it; and the
 * folder it is kept in.
 */
public final class Venue implements AutoCloseable {
  /** The replay factor where nobody asks for another. */
  public static final int USUAL_SPEED = 10;

  private final Wanted wanted;
  private final RunFolder folder;
  private final Ground ground;
  private final List<String> notes;
  private final Optional<Stack> own;
  private final Optional<Detour> detour;

  /** The stack itself, whoever started it. */
  private record Ground(
      String nonce,
      Map<Program, Integer> ports,
      Path feed,
      Path folder,
      String nginx,
      StackSettings settings,
      Map<Program, Integer> hashIterations,
      Liveness liveness) {}

  /**
   * What the person asked for.
   *
   * @param configuration their nginx.conf
   * @param state the checkout's {@code .lab}
   * @param serverJar the programs
   * @param settings for a stack of its own
   * @param speed the replay factor, if they named one
   * @param upstream the one upstream for all locations, if they named one
   */
  public record Wanted(
      Path configuration,
      Path state,
      ServerJar serverJar,
      StackSettings settings,
      Optional<Integer> speed,
      Optional<String> upstream) {}

  private Venue(
      Wanted wanted,
      RunFolder folder,
      Ground ground,
      List<String> notes,
      Optional<Stack> own,
      Optional<Detour> detour) {
    this.wanted = wanted;
    this.folder = folder;
    this.ground = ground;
    this.notes = List.copyOf(notes);
    this.own = own;
    this.detour = detour;
  }

  /**
   * Takes the stack that is up, or starts one.
   *
   * @param progress told, in words, what takes longer than a moment
   * @throws ProblemException when the stack cannot be started, or the one that is up does not fit
   * @throws IOException when the folder of the run cannot be written
   * @throws InterruptedException when this thread was told to stop waiting
   */
  public static Venue open(Wanted wanted, Consumer<String> progress)
      throws IOException, InterruptedException {
    var running = toUse(wanted.state());
    return running.isPresent()
        ? onRunning(wanted, running.get(), progress)
        : onOwn(wanted, progress);
  }

  /**
   * The stack that is up, if it is there to be used.
   *
   * @param state the checkout's {@code .lab}
   * @throws ProblemException when another run goes on, on a stack of its own
   */
  public static Optional<RunningStack> toUse(Path state) {
    var running = new StackCard(state).running();
    var runs = real(state).resolve("runs");
    running
        .filter(stack -> real(stack.folder()).startsWith(runs))
        .ifPresent(stack -> {
          throw new ProblemException(
              new Problem(
                  "Another run is going on in this checkout: two would spoil each other.",
                  runs.relativize(real(stack.folder())).getName(0)
                      + ", supervisor pid "
                      + stack.supervisor().pid(),
                  "wait for its end, or end it: Ctrl-C there, or lab down here"));
        });
    return running;
  }

  /** One checkout may be reached by several paths. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException notThere) {
      return path.toAbsolutePath().normalize();
    }
  }

  public RunFolder folder() {
    return folder;
  }

  /** What differs from what the person may expect. */
  public List<String> notes() {
    return notes;
  }

  /** A run of a scenario on this venue. */
  public Rehearsal.Request request(Scenario scenario, Scenario.Options options) {
    return new Rehearsal.Request(
        Traffic.of(scenario, options),
        ground.settings(),
        wanted.settings().speed(),
        wanted.upstream(),
        ground.nonce(),
        ground.ports(),
        ground.feed(),
        ground.folder(),
        ground.nginx(),
        ground.hashIterations(),
        notes,
        own.isPresent(),
        ground.liveness());
  }

  /** Ends a stack of its own; the one that was up serves the person's routes again. */
  @Override
  public void close() {
    own.ifPresent(Stack::close);
    detour.ifPresent(Detour::close);
  }

  private static Venue onOwn(Wanted wanted, Consumer<String> progress)
      throws IOException, InterruptedException {
    try (var _ = StartTurn.take(() -> progress.accept(StartTurn.WAITING))) {
      // Another lab may have started one while this one waited.
      var meanwhile = toUse(wanted.state());
      return meanwhile.isPresent()
          ? onRunning(wanted, meanwhile.get(), progress)
          : onOwnInTurn(wanted, progress);
    }
  }

  private static Venue onOwnInTurn(Wanted wanted, Consumer<String> progress)
      throws IOException, InterruptedException {
    var folder = RunFolder.next(wanted.state().resolve("runs"));
    var assembly = assemble(wanted, folder, progress);
    progress.accept("starting feed, four modes and nginx " + assembly.nginx().version());
    var stack = Stack.start(assembly.plan(), message -> tell(message, progress));
    try {
      stack.awaitReady();
    } catch (RuntimeException | InterruptedException e) {
      stack.close();
      throw e;
    }
    var ground =
        new Ground(
            assembly.plan().nonce(),
            assembly.plan().ports(),
            assembly.plan().feedControl(),
            assembly.plan().folder(),
            assembly.nginx().version().toString(),
            assembly.settings(),
            assembly.plan().hashIterations(),
            stack);
    return new Venue(
        wanted, folder, ground, assembly.notes(), Optional.of(stack), Optional.empty());
  }

  private static Assembly assemble(Wanted wanted, RunFolder folder, Consumer<String> progress)
      throws IOException {
    try {
      return Assembly.of(
          new Assembly.Parts(
              Configuration.load(wanted.configuration()),
              wanted.state(),
              folder.stack(),
              wanted.serverJar(),
              wanted.settings(),
              wanted.upstream()),
          progress);
    } catch (ProblemException | IOException nothingWasRun) {
      Folders.delete(folder.path());
      throw nothingWasRun;
    }
  }

  private static void tell(StackMessage message, Consumer<String> progress) {
    if (message instanceof StackMessage.Exited exited) {
      progress.accept(exited.child() + " ended with exit code " + exited.code());
    }
  }

  private static Venue onRunning(Wanted wanted, RunningStack running, Consumer<String> progress)
      throws IOException, InterruptedException {
    var problems = new ArrayList<Problem>();
    var card = "the stack that is up, supervisor pid " + running.supervisor().pid();
    if (wanted.speed().filter(speed -> speed != running.speed()).isPresent()) {
      problems.add(
          new Problem(
              "The stack that is up runs at speed " + running.speed() + ".",
              card,
              "leave --speed out, or lab down first"));
    }
    if (wanted.settings().blockingFeed()) {
      problems.add(
          new Problem("--blocking-feed needs a stack of its own.", card, "lab down first"));
    }
    var build = wanted.serverJar().build();
    if (running.build().filter(one -> !one.equals(build)).isPresent()) {
      problems.add(
          new Problem(
              "The stack that is up runs an older build of the programs than yours.",
              card,
              "lab down, then again"));
    }
    var liveness = running.liveness();
    liveness.loss().ifPresent(problems::add);
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    new EventFile(running.events()).demandRoomForARun();
    var detour =
        Detour.take(wanted.configuration(), wanted.state(), running, wanted.upstream(), progress);
    var ground =
        new Ground(
            running.nonce(),
            running.ports(),
            running.feedControl(),
            running.folder(),
            detour.reloaded().nginx(),
            running.settings().orElse(wanted.settings()).atSpeed(running.speed()),
            running.hashIterations(),
            liveness);
    var notes = new ArrayList<>(detour.reloaded().notes());
    notes.add(
        "using the stack that is up; what it still serves from before counts against this run");
    var others = running.differencesTo(wanted.settings());
    if (!others.isEmpty()) {
      notes.add(
          "the stack that is up has other numbers than yours ("
              + String.join("; ", others)
              + "); this run is on its numbers; lab down, then again, for yours");
    }
    try {
      var folder = RunFolder.next(wanted.state().resolve("runs"));
      return new Venue(wanted, folder, ground, notes, Optional.empty(), Optional.of(detour));
    } catch (IOException nothingCanBeKept) {
      detour.close();
      throw nothingCanBeKept;
    }
  }
}
