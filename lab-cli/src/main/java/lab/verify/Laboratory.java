package lab.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.check.evidence.Arm;
import lab.check.evidence.Undone;
import lab.check.spec.LoadSpec;
import lab.nginx.syntax.Configuration;
import lab.problem.ProblemException;
import lab.run.Assembly;
import lab.run.RunFolder;
import lab.run.Traffic;
import lab.stack.ServerJar;
import lab.stack.StackSettings;
import lab.verify.arm.Loads;
import lab.verify.arm.Rig;
import lab.verify.causality.PutBack;

/** Plays the arms of one verification, on a rig that is started when the first one is asked for. */
final class Laboratory implements AutoCloseable {
  private static final double WARM_UP_SECONDS = 12;

  /** Long enough to see an incident, short enough to try five files. */
  private static final double UNDO_SECONDS = 40;

  private static final String NGINX = "nginx/nginx.conf";

  private final Parts parts;
  private final RunFolder folder;
  private final VerifyListener listener;
  private Optional<Rig> rig = Optional.empty();
  private final List<String> notes = new ArrayList<>();
  private double replaySeconds;
  private int speed = 1;

  /**
   * What it is made from.
   *
   * @param submission whose files are tried
   * @param state the checkout's {@code .lab}
   * @param settings of the programs, with the speed that is asked for
   */
  record Parts(Submission submission, Path state, ServerJar serverJar, StackSettings settings) {}

  Laboratory(Parts parts, RunFolder folder, VerifyListener listener) {
    this.parts = parts;
    this.folder = folder;
    this.listener = listener;
  }

  /** The reference configuration under a load. */
  Arm control(LoadSpec load, int trial) throws IOException, InterruptedException {
    var solution = Submission.solution(parts.submission().root(), parts.submission().stage());
    return play("control", trial, load(solution.file(NGINX)), traffic(load));
  }

  /** The judged configuration under a load. */
  Arm yours(LoadSpec load, int trial) throws IOException, InterruptedException {
    return play("yours", trial, load(parts.submission().file(NGINX)), traffic(load));
  }

  /** Every route with its shipped block, alone. */
  List<Undone> undone(LoadSpec load, List<String> routes) throws IOException, InterruptedException {
    var shipped = load(shipped());
    var putBack = new PutBack(load(parts.submission().file(NGINX)), shipped, routes);
    var all = new ArrayList<Undone>();
    for (var route : routes) {
      switch (putBack.of(route)) {
        case PutBack.Result.Done(var configuration) ->
            all.add(undo("undo " + route, route, configuration, load));
        case PutBack.Result.Skipped(var why) -> all.add(new Undone(route, Optional.empty(), why));
      }
    }
    return all;
  }

  /** The whole shipped file. */
  Undone allUndone(LoadSpec load) throws IOException, InterruptedException {
    return undo("undo all", "all", load(shipped()), load);
  }

  /**
   * The judged configuration on a stack with other sizes, which is started and ended for it.
   *
   * @param smaller the sizes
   */
  Arm resized(LoadSpec load, StackSettings smaller) throws IOException, InterruptedException {
    close();
    var other =
        new Laboratory(
            new Parts(parts.submission(), parts.state(), parts.serverJar(), smaller),
            new RunFolder(folder.id(), folder.path().resolve("smaller")),
            listener);
    try (other) {
      return other.play("smaller", 1, load(parts.submission().file(NGINX)), traffic(load));
    } finally {
      replaySeconds += other.replaySeconds;
    }
  }

  StackSettings settings() {
    return parts.settings();
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  double replaySeconds() {
    return replaySeconds;
  }

  /** The replay factor that was applied; 1 before anything was played. */
  int speed() {
    return speed;
  }

  @Override
  public void close() {
    rig.ifPresent(Rig::close);
    rig = Optional.empty();
  }

  private Undone undo(String name, String route, Configuration configuration, LoadSpec load)
      throws IOException, InterruptedException {
    try {
      var traffic = Loads.of(load, parts.submission().stage().variation(), UNDO_SECONDS);
      return new Undone(route, Optional.of(play(name, 1, configuration, traffic)), "");
    } catch (ProblemException notPlayable) {
      return new Undone(
          route, Optional.empty(), "not tried: " + notPlayable.problems().getFirst().what());
    }
  }

  private Traffic traffic(LoadSpec load) {
    return Loads.of(load, parts.submission().stage().variation());
  }

  private Arm play(String name, int trial, Configuration configuration, Traffic traffic)
      throws IOException, InterruptedException {
    var ready = ready(configuration, traffic);
    var label = trial > 1 ? name + ", trial " + trial : name;
    long begin = System.nanoTime();
    var arm =
        ready.play(
            name, configuration, traffic, arm(label), progress -> listener.plays(label, progress));
    replaySeconds += (System.nanoTime() - begin) / 1e9;
    return arm;
  }

  private Rig ready(Configuration configuration, Traffic traffic)
      throws IOException, InterruptedException {
    if (rig.isPresent()) {
      return rig.get();
    }
    var opened =
        Rig.open(
            new Assembly.Parts(
                parts.submission().file(NGINX),
                parts.state(),
                folder.path().resolve("stack"),
                parts.serverJar(),
                parts.settings(),
                Optional.empty()),
            listener::says);
    rig = Optional.of(opened);
    speed = opened.speed();
    notes.addAll(opened.notes());
    listener.says("warming up");
    opened.play("warm-up", configuration, cut(traffic), arm("warm-up"), progress -> {});
    return opened;
  }

  /** Enough of a load to have the programs' code compiled. */
  private static Traffic cut(Traffic traffic) {
    var length = java.time.Duration.ofSeconds(Math.round(WARM_UP_SECONDS));
    return new Traffic(
        traffic.label(),
        new lab.load.plan.Plan(traffic.plan().lanes(), length, traffic.plan().seed()),
        traffic.arrivals(),
        false,
        List.of());
  }

  private RunFolder arm(String name) {
    var part = name.replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
    return new RunFolder(folder.id(), folder.path().resolve("arms").resolve(part));
  }

  private Path shipped() {
    var stage = parts.submission().stage();
    return Submission.starter(parts.submission().root(), stage).file(NGINX);
  }

  private static Configuration load(Path file) {
    return Configuration.load(file);
  }
}
