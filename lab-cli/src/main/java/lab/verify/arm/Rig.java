package lab.verify.arm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lab.check.evidence.Arm;
import lab.check.evidence.Health;
import lab.nginx.syntax.closure.Configuration;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.run.Assembly;
import lab.run.Gauges;
import lab.run.Rehearsal;
import lab.run.RunFolder;
import lab.run.RunProgress;
import lab.run.RunResult;
import lab.run.Traffic;
import lab.run.nginx.GeneratedConf;
import lab.stack.FeedControl;
import lab.stack.Folders;
import lab.stack.Program;
import lab.stack.Stack;
import lab.stack.StartTurn;
import lab.stack.events.EventFile;
import lab.stack.events.EventReader;
import lab.stack.machine.CpuMeter;

/** A stack of its own on which one configuration after another is tried. */
public final class Rig implements AutoCloseable {
  private static final Duration DRAIN_LIMIT = Duration.ofSeconds(3);
  private static final int LOOK_EVERY_MILLIS = 20;

  /** Where the generated file lets nginx keep what it caches. */
  private static final String CACHES = "cache-*";

  private final Assembly assembly;
  private final Stack stack;
  private final Path folder;
  private boolean fresh = true;

  private Rig(Assembly assembly, Stack stack, Path folder) {
    this.assembly = assembly;
    this.stack = stack;
    this.folder = folder;
  }

  /**
   * Starts the stack.
   *
   * @param parts of the stack; its folder is the rig's own
   * @param progress told, in words, what takes longer than a moment
   * @throws ProblemException when it cannot be started, or nginx does not accept the file
   * @throws IOException when a file cannot be written
   * @throws InterruptedException when this thread was told to stop waiting
   */
  public static Rig open(Assembly.Parts parts, Consumer<String> progress)
      throws IOException, InterruptedException {
    try (var _ = StartTurn.take(() -> progress.accept(StartTurn.WAITING))) {
      return start(Assembly.of(parts, progress), progress);
    }
  }

  private static Rig start(Assembly assembly, Consumer<String> progress)
      throws IOException, InterruptedException {
    var folder = assembly.plan().folder();
    // Its own state: a stack that the learner has up is none of ours.
    var plan = assembly.plan().withState(folder.resolve("state"));
    progress.accept("starting feed, four modes and nginx " + assembly.nginx().version());
    var stack = Stack.start(plan, message -> {});
    try {
      stack.awaitReady();
    } catch (RuntimeException | InterruptedException e) {
      stack.close();
      throw e;
    }
    return new Rig(assembly, stack, folder);
  }

  /** What differs from what the learner may expect. */
  public List<String> notes() {
    return assembly.notes();
  }

  /** The replay factor that the learner's file allows. */
  public int speed() {
    return assembly.settings().speed();
  }

  /** Whether a file can be replayed here as it could be on a stack of its own. */
  public boolean suits(Configuration file, int askedSpeed) {
    return assembly.suits(file, askedSpeed);
  }

  /** Whether another arm can be played on it: its programs live, and their record has room. */
  public boolean isFit() {
    return stack.loss().isEmpty() && new EventFile(assembly.plan().events()).hasRoomForARun();
  }

  /**
   * Plays a load against a configuration and reads back what all witnesses say.
   *
   * @param name of the arm, also of its folder's last part
   * @param into where it is kept
   * @throws ProblemException when nginx does not accept the configuration, it would need another
   *     speed, or a program has ended: what fails then is not the configuration's fault
   * @throws IOException when the arm cannot be kept
   * @throws InterruptedException when this thread was told to stop waiting
   */
  public Arm play(
      String name,
      Configuration configuration,
      Traffic traffic,
      RunFolder into,
      Consumer<RunProgress> watcher)
      throws IOException, InterruptedException {
    serve(configuration);
    Files.createDirectories(into.path());
    long traceBefore = size(folder.resolve("trace.ndjson"));
    long eventsBefore = size(assembly.plan().events());
    var before = CpuMeter.read();
    var result = new Rehearsal(request(traffic), into, watcher).run();
    var after = CpuMeter.read();
    settle(eventsBefore);
    stack.demandWhole();
    copy(folder.resolve("trace.ndjson"), traceBefore, ArmFiles.trace(into));
    Health health = health(before, after, result);
    var card = new ArmFiles.Card(name, assembly.plan().nonce(), setting(), modes(), health);
    ArmFiles.write(into, card);
    return ArmFiles.read(into);
  }

  @Override
  public void close() {
    stack.close();
  }

  /** A fresh nginx with this configuration, and fresh workers without a queue. */
  private void serve(Configuration configuration) throws IOException, InterruptedException {
    var real = new HashMap<Integer, Integer>();
    assembly.plan().ports().forEach((program, port) -> real.put(program.usualPort(), port));
    var generated = GeneratedConf.of(configuration, folder, real, speed(), Optional.empty());
    if (generated.effectiveSpeed() != speed()) {
      throw new ProblemException(
          new Problem(
              "This configuration can be replayed at speed "
                  + generated.effectiveSpeed()
                  + " only, the others at "
                  + speed()
                  + ".",
              configuration.main().path().toString(),
              "lab verify --speed " + generated.effectiveSpeed()));
    }
    var file = folder.resolve("nginx.conf");
    boolean same = fresh && java.util.Arrays.equals(generated.bytes(), Files.readAllBytes(file));
    if (!same) {
      Files.write(file, generated.bytes());
      emptyCaches();
      // Their ports are free for a moment, and no other lab is to choose them then.
      try (var _ = StartTurn.take(() -> {})) {
        stack.restart(List.of(Program.SYNC.label(), Program.NGINX.label()));
      }
    }
    new FeedControl(assembly.plan().feedControl()).send("none");
    fresh = false;
  }

  /** An answer that nginx kept from an earlier arm was given to nobody of this one. */
  private void emptyCaches() throws IOException {
    try (var caches = Files.newDirectoryStream(folder, CACHES)) {
      for (var cache : caches) {
        Folders.delete(cache);
      }
    }
  }

  private Rehearsal.Request request(Traffic traffic) {
    return new Rehearsal.Request(
        traffic,
        assembly.settings(),
        assembly.settings().speed(),
        Optional.empty(),
        assembly.plan().nonce(),
        assembly.plan().ports(),
        assembly.plan().feedControl(),
        folder,
        assembly.nginx().version().toString(),
        assembly.plan().hashIterations(),
        assembly.notes(),
        true,
        stack);
  }

  /**
   * Waits until nobody but sync serves what the last load left: a poll that its client has left
   * holds its thread to its end. The load before has been waited for in the same way.
   */
  private void settle(long fromByte) throws IOException, InterruptedException {
    var gauges = new Gauges();
    long deadline = System.nanoTime() + DRAIN_LIMIT.toNanos();
    try (var events = new EventReader(assembly.plan().events(), fromByte)) {
      do {
        gauges.add(events.next());
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      } while (busy(gauges) && System.nanoTime() < deadline);
    }
  }

  private static boolean busy(Gauges gauges) {
    return Program.MODES.stream()
        .filter(mode -> mode != Program.SYNC)
        .anyMatch(mode -> gauges.of(mode).inFlight() > 0);
  }

  private lab.check.evidence.Setting setting() {
    var settings = assembly.settings();
    return new lab.check.evidence.Setting(
        settings.speed(),
        Runtime.getRuntime().availableProcessors(),
        settings.syncWorkers(),
        settings.poolThreads(),
        settings.feedMinSeconds(),
        settings.feedMaxSeconds());
  }

  private Map<Integer, String> modes() {
    var modes = new HashMap<Integer, String>();
    Program.MODES.forEach(mode -> modes.put(assembly.plan().port(mode), mode.label()));
    return modes;
  }

  private static Health health(CpuMeter before, CpuMeter after, RunResult result) {
    return new Health(
        after.stealShareSince(before),
        after.othersShareSince(before),
        after.idleShareSince(before),
        result.lanes().isValid(),
        result.lanes().lag().p99().toNanos() / 1e6);
  }

  private static long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  private static void copy(Path from, long skip, Path to) throws IOException {
    if (!Files.exists(from)) {
      Files.write(to, new byte[0]);
      return;
    }
    try (var in = Files.newInputStream(from);
        var out = Files.newOutputStream(to)) {
      in.skipNBytes(skip);
      in.transferTo(out);
    }
  }
}
