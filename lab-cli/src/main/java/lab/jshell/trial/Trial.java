package lab.jshell.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import lab.jshell.session.Evaluated;
import lab.jshell.session.Session;
import lab.jshell.snippet.Claim;
import lab.jshell.snippet.Scene;
import lab.jshell.snippet.SceneEvidence;
import lab.jshell.snippet.SnippetEvidence;
import lab.jshell.snippet.SnippetEvidence.Ending;
import lab.jshell.snippet.SnippetEvidence.MachineSeen;
import lab.jshell.snippet.SnippetEvidence.SourceFault;
import lab.jshell.snippet.SnippetEvidence.ValueSeen;
import lab.jshell.snippet.SnippetSpec;
import lab.jshell.vm.VmEnd;
import lab.jshell.vm.VmLimits;

/** One run of one file, from its source to the evidence. */
final class Trial implements AutoCloseable {
  /** What every snippet may use without an import. */
  static final List<String> IMPORTS =
      List.of(
          "import java.util.*;",
          "import java.util.concurrent.*;",
          "import java.util.concurrent.atomic.*;",
          "import java.util.concurrent.locks.*;",
          "import java.util.function.*;",
          "import java.util.stream.*;",
          "import java.time.*;",
          "import lab.jshell.kit.*;");

  private static final int PROBES = 40;
  private static final int LOOK_MILLIS = 50;
  private static final int LOAD_BEATS = 200;
  private static final int VALUE_BEATS = 100;
  private static final int SCENE_BEATS = 500;

  /** Half of what the lab waits for one more poll: more could hide what a snippet did. */
  private static final int STALL_BEATS = 15;

  private static final int GRACE_BEATS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final SnippetSpec spec;
  private final CalmClock clock;
  private final RandomGenerator random;
  private final SceneCalls calls = new SceneCalls();
  private final StringBuilder printed = new StringBuilder();
  private final Session session;
  private final List<SourceFault> faults = new ArrayList<>();
  private final List<SceneEvidence> scenes = new ArrayList<>();
  private final List<ValueSeen> values = new ArrayList<>();
  private Optional<Ending> ending = Optional.empty();
  private Beat beat = new Beat(30, 0, List.of());

  Trial(SnippetSpec spec, Path helperJar, CalmClock clock, RandomGenerator random)
      throws IOException {
    this.spec = spec;
    this.clock = clock;
    this.random = random;
    this.session =
        Session.open(helperJar, VmLimits.GRADED, new Bounds(), calls, this::print, IMPORTS);
  }

  private synchronized void print(String text) {
    if (printed.length() < VmLimits.GRADED.printedBytes()) {
      printed.append(text);
    }
  }

  SnippetEvidence run(String source) throws InterruptedException {
    calibrate();
    var watch =
        clock
            .executor()
            .scheduleAtFixedRate(
                () -> session.vm().endIfTooManyThreads(),
                LOOK_MILLIS,
                LOOK_MILLIS,
                TimeUnit.MILLISECONDS);
    load(source);
    if (isWell()) {
      askForValues();
    }
    clock.watch();
    for (var scene : spec.scenes()) {
      if (isWell()) {
        play(scene);
      }
    }
    watch.cancel(false);
    return new SnippetEvidence(spec.file(), faults, ending, scenes, values, machine(), printed());
  }

  private synchronized String printed() {
    return printed.toString();
  }

  private boolean isWell() {
    return faults.isEmpty() && ending.isEmpty();
  }

  private MachineSeen machine() {
    var troubles = new ArrayList<>(beat.troubles());
    long worst = clock.worstMillis();
    if (worst > STALL_BEATS * beat.millis()) {
      troubles.add(
          "the machine stood still for %d ms, where %d ms is a beat"
              .formatted(worst, beat.millis()));
    }
    return new MachineSeen(beat.millis(), beat.roundTripMicros(), worst, troubles);
  }

  private Duration beats(int count) {
    return Duration.ofMillis(count * beat.millis());
  }

  private void calibrate() throws InterruptedException {
    var done = session.evaluate("lab.jshell.kit.Probe.run(" + PROBES + ");", PATIENCE);
    if (!(done instanceof Evaluated.Accepted)) {
      throw new IllegalStateException("the probe did not run: " + done);
    }
    beat = Beat.measure(calls.probes());
  }

  private void load(String source) throws InterruptedException {
    var text = new SourceText(source);
    for (var piece : session.pieces(source, PATIENCE)) {
      switch (session.evaluate(piece.source(), beats(LOAD_BEATS))) {
        case Evaluated.Accepted _ -> {}
        case Evaluated.Rejected(var found) ->
            found.forEach(fault -> faults.add(text.fault(piece.offset(), fault)));
        case Evaluated.OutOfBounds(var what) -> faults.add(text.outOfBounds(piece, what));
        case Evaluated.Threw threw ->
            ending =
                Optional.of(
                    new Ending(
                        Ending.Kind.THREW,
                        "line %d threw %s"
                            .formatted(text.line(piece.offset()), Endings.thrown(threw))));
        case Evaluated other ->
            ending = Optional.of(Endings.of(other, "line %d".formatted(text.line(piece.offset()))));
      }
      if (!isWell()) {
        return;
      }
    }
    session.unfinished().forEach(left -> faults.add(text.unfinished(left)));
  }

  private void askForValues() throws InterruptedException {
    for (var check : spec.checks()) {
      if (check.wanted() instanceof Claim.Value claim) {
        for (var draw : Draw.of(claim, random)) {
          if (!value(check.id(), draw)) {
            break;
          }
        }
        if (!session.vm().isAlive()) {
          return;
        }
      }
    }
  }

  /** Whether the next draw is worth asking for. */
  private boolean value(String check, Draw draw) throws InterruptedException {
    var got = session.evaluate(draw.call(), beats(VALUE_BEATS));
    var seen =
        switch (got) {
          case Evaluated.Accepted(var told) ->
              told.stream()
                  .findFirst()
                  .flatMap(Evaluated.Told::value)
                  .or(() -> Optional.of("nothing"));
          case Evaluated.Rejected(var found) ->
              Optional.of("JShell: " + found.getFirst().message().lines().findFirst().orElse(""));
          case Evaluated.Threw threw -> Optional.of("it threw " + Endings.thrown(threw));
          case Evaluated other -> {
            ending = Optional.of(Endings.of(other, draw.call()));
            yield Optional.<String>empty();
          }
        };
    values.add(new ValueSeen(check, draw.call(), draw.expected(), seen));
    return seen.isPresent();
  }

  private void play(Scene scene) throws InterruptedException {
    var control =
        scene.controlWidth().isPresent()
            ? Control.millis(
                scene, scene.controlWidth().getAsInt(), beat.millis(), clock.executor())
            : Optional.<Long>empty();
    var host = new SceneHost(scene, beat.millis(), clock.executor(), () -> session.vm().threads());
    calls.play(host);
    var watch =
        clock
            .executor()
            .scheduleAtFixedRate(
                new AfterTheEnd(session, host),
                0,
                GRACE_BEATS * beat.millis(),
                TimeUnit.MILLISECONDS);
    var done =
        session.evaluate(
            "lab.jshell.kit.Scene.play(\"%s\", scene -> %s);".formatted(scene.id(), scene.call()),
            beats(SCENE_BEATS));
    boolean wasOver = host.isOver();
    watch.cancel(false);
    host.close();
    switch (done) {
      case Evaluated.Accepted _ -> scenes.add(host.evidence(control));
      case Evaluated.Stopped _ when wasOver -> scenes.add(host.evidence(control));
      case Evaluated.Gone(VmEnd.Closed _) when wasOver -> {
        scenes.add(host.evidence(control));
        ending =
            Optional.of(
                new Ending(Ending.Kind.TOO_LONG, scene.call() + " did not return, and was ended"));
      }
      case Evaluated.Rejected(var found) -> faults.add(notAsAgreed(scene, found));
      case Evaluated.TooLong _ -> {
        // It never came back, but what was seen until the lab gave up is evidence enough.
        if (wasOver) {
          scenes.add(host.evidence(control));
        }
        ending = Optional.of(Endings.of(done, scene.call()));
      }
      case Evaluated.Threw threw ->
          ending =
              Optional.of(
                  new Ending(Ending.Kind.THREW, scene.call() + " threw " + Endings.thrown(threw)));
      case Evaluated other -> ending = Optional.of(Endings.of(other, scene.call()));
    }
  }

  private SourceFault notAsAgreed(Scene scene, List<Evaluated.Fault> found) {
    var first = found.isEmpty() ? "it is not declared" : found.getFirst().message();
    return new SourceFault(
        1,
        1,
        0,
        "",
        "the lab calls %s, which needs: %s\nJShell: %s"
            .formatted(scene.call(), String.join("; ", spec.defines()), Objects.toString(first)));
  }

  @Override
  public void close() {
    calls.end();
    session.close();
  }
}
