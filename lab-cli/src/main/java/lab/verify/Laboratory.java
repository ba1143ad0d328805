package lab.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lab.check.evidence.Arm;
import lab.check.evidence.Undone;
import lab.check.judge.TrafficJudge;
import lab.check.spec.CheckKind;
import lab.check.spec.CheckSpec;
import lab.check.spec.LoadSpec;
import lab.course.files.StackFile;
import lab.nginx.syntax.closure.Configuration;
import lab.problem.FaultyFileException;
import lab.problem.ProblemException;
import lab.run.Assembly;
import lab.run.RunFolder;
import lab.run.RunProgress;
import lab.run.Traffic;
import lab.stack.ServerJar;
import lab.stack.StackSettings;
import lab.verify.arm.Loads;
import lab.verify.arm.Rig;
import lab.verify.causality.PutBack;

/** Plays the arms of one verification. */
final class Laboratory implements Replays {
  /** Long enough to see an incident, short enough to try five files. */
  private static final double UNDO_SECONDS = 40;

  private static final String NGINX = "nginx/nginx.conf";

  private final Parts parts;
  private final RunFolder folder;
  private final VerifyListener listener;
  private final WarmRig warm;
  private final FirstLook look;
  private List<String> notes = List.of();
  private double replaySeconds;
  private volatile int speed = 1;

  /**
   * What it is made from.
   *
   * @param submission whose files are tried
   * @param state the checkout's {@code .lab}
   * @param settings of the programs, with the speed that is asked for; may be refused for what a
   *     file of the learner's says
   * @param reference the same for the reference configuration: a control is worth nothing on sizes
   *     that the learner chose
   */
  record Parts(
      Submission submission,
      Path state,
      ServerJar serverJar,
      Supplier<StackSettings> settings,
      Supplier<StackSettings> reference) {}

  /** The sizes of a stack, and where its arms are kept. */
  private record Place(StackSettings settings, RunFolder folder) {}

  Laboratory(Parts parts, WarmRig warm, RunFolder folder, VerifyListener listener) {
    this.parts = parts;
    this.warm = warm;
    this.folder = folder;
    this.listener = listener;
    this.look = new FirstLook(parts.submission().file(NGINX), parts.settings());
  }

  @Override
  public Arm control(LoadSpec load, int trial) throws IOException, InterruptedException {
    var stage = parts.submission().stage();
    var sizes = reference();
    var key = new Controls.Key(stage.id(), load.id(), sizes);
    var kept = trial == 1 ? warm.controls().of(key) : Optional.<Arm>empty();
    if (kept.isPresent()) {
      return kept.get();
    }
    var solution =
        Submission.solution(parts.submission().root(), stage)
            .rendered(folder.path().resolve("reference").resolve("files"));
    var played =
        play(
            place(sizes, "reference"),
            "control",
            trial,
            Configuration.load(solution.file(NGINX)),
            traffic(load));
    if (slos(load).allMatch(slo -> TrafficJudge.isKeptBy(played, slo))) {
      warm.controls().keep(key, played);
    }
    return played;
  }

  private Stream<CheckKind.Traffic> slos(LoadSpec load) {
    return parts.submission().stage().checks().stream()
        .map(CheckSpec::kind)
        .filter(CheckKind.Traffic.class::isInstance)
        .map(CheckKind.Traffic.class::cast)
        .filter(traffic -> traffic.of().equals(load.id()));
  }

  @Override
  public Arm yours(LoadSpec load, int trial) throws IOException, InterruptedException {
    return play(here(), "yours", trial, judged(), traffic(load));
  }

  /** The configuration that is judged, as it was when it was first looked at. */
  Configuration judged() {
    return look.judged();
  }

  /** Every route with its shipped block, alone. */
  List<Undone> undone(LoadSpec load, List<String> routes) throws IOException, InterruptedException {
    var putBack = new PutBack(judged(), shipped(), routes);
    var all = new ArrayList<Undone>();
    for (var route : routes) {
      switch (putBack.of(route)) {
        case PutBack.Result.Done(var configuration) ->
            all.add(undo("undo " + route, route, configuration, load, 1));
        case PutBack.Result.Skipped(var why) -> all.add(new Undone(route, Optional.empty(), why));
      }
    }
    return all;
  }

  /** The whole shipped file. */
  Undone allUndone(LoadSpec load, int trial) throws IOException, InterruptedException {
    return undo("undo all", "all", shipped(), load, trial);
  }

  /**
   * The judged configuration on a stack with other sizes, which is started and ended for it.
   *
   * @param smaller the sizes
   */
  Arm resized(LoadSpec load, StackSettings smaller, int trial)
      throws IOException, InterruptedException {
    var name = "smaller-%d-%d".formatted(smaller.syncWorkers(), smaller.poolThreads());
    return play(place(smaller, name), "smaller", trial, judged(), traffic(load));
  }

  private Place here() {
    return new Place(settings(), folder);
  }

  /** Arms on other sizes are kept apart, for their stack is another. */
  private Place place(StackSettings sizes, String name) {
    return sizes.equals(settings())
        ? here()
        : new Place(sizes, new RunFolder(folder.id(), folder.path().resolve(name)));
  }

  /** The programs of the stack that is judged, as they were when a stack was first wanted. */
  StackSettings settings() {
    return look.settings();
  }

  /** Those of the reference; what is wrong with them is no fault of the learner's. */
  private StackSettings reference() {
    settings();
    try {
      return parts.reference().get();
    } catch (FaultyFileException fault) {
      throw new ProblemException(fault.problems());
    }
  }

  /**
   * What differs from what the learner may expect, and what a size that is theirs to choose costs.
   */
  List<String> notes() {
    var all = new ArrayList<>(notes);
    if (parts.submission().stage().owns().stream()
        .anyMatch(owned -> owned.path().equals(StackFile.NAME))) {
      look.allowed().map(StackFile::of).map(StackFile::words).ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  double replaySeconds() {
    return replaySeconds;
  }

  /** The replay factor that was applied; 1 before anything was played. */
  int speed() {
    return speed;
  }

  private Undone undo(
      String name, String route, Configuration configuration, LoadSpec load, int trial)
      throws IOException, InterruptedException {
    try {
      var traffic = Loads.of(load, parts.submission().stage().variation(), UNDO_SECONDS);
      return new Undone(route, Optional.of(play(here(), name, trial, configuration, traffic)), "");
    } catch (ProblemException notPlayable) {
      return new Undone(
          route, Optional.empty(), "not tried: " + notPlayable.problems().getFirst().what());
    }
  }

  private Traffic traffic(LoadSpec load) {
    return Loads.of(load, parts.submission().stage().variation());
  }

  private Arm play(
      Place place, String name, int trial, Configuration configuration, Traffic traffic)
      throws IOException, InterruptedException {
    var rig = rig(place, configuration, traffic);
    var label = trial > 1 ? name + ", trial " + trial : name;
    long begin = System.nanoTime();
    var arm =
        play(
            rig,
            name,
            configuration,
            traffic,
            arm(place, label),
            progress -> listener.plays(label, progress));
    replaySeconds += (System.nanoTime() - begin) / 1e9;
    return arm;
  }

  /** Plays on a stack that is up; only the judged configuration can have the learner's faults. */
  private Arm play(
      Rig rig,
      String name,
      Configuration configuration,
      Traffic traffic,
      RunFolder into,
      Consumer<RunProgress> watcher)
      throws IOException, InterruptedException {
    try {
      return rig.play(name, configuration, traffic, into, watcher);
    } catch (FaultyFileException fault) {
      throw configuration.equals(judged()) ? fault : new ProblemException(fault.problems());
    }
  }

  private Rig rig(Place place, Configuration configuration, Traffic traffic)
      throws IOException, InterruptedException {
    judged().demandReadable();
    var rig =
        warm.ready(
            new Assembly.Parts(
                judged(),
                parts.state(),
                place.folder().path().resolve("stack"),
                parts.serverJar(),
                place.settings(),
                Optional.empty()),
            opened -> {
              listener.says("warming up");
              play(
                  opened,
                  "warm-up",
                  configuration,
                  WarmRig.warmUp(traffic, opened.speed()),
                  arm(place, "warm-up"),
                  _ -> {});
            },
            listener::says);
    speed = rig.speed();
    notes = rig.notes();
    return rig;
  }

  private static RunFolder arm(Place place, String name) {
    var part = name.replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
    var folder = place.folder();
    return new RunFolder(folder.id(), folder.path().resolve("arms").resolve(part));
  }

  private Configuration shipped() throws IOException {
    var stage = parts.submission().stage();
    return Configuration.load(
        Submission.starter(parts.submission().root(), stage)
            .rendered(folder.path().resolve("shipped"))
            .file(NGINX));
  }
}
