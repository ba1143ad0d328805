package lab.cli.run;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.cli.Console;
import lab.cli.ExitCode;
import lab.cli.LastWords;
import lab.cli.Main;
import lab.cli.RunText;
import lab.cli.Setup;
import lab.cli.TrafficTurn;
import lab.cli.Workspace;
import lab.course.files.UnderWay;
import lab.load.plan.Arrivals;
import lab.problem.ProblemException;
import lab.run.Rehearsal;
import lab.run.RunResult;
import lab.run.Scenario;
import lab.run.Venue;
import lab.screen.TerminalWidth;
import lab.stack.RunningStack;
import lab.stack.StackSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab run}: replays traffic through nginx and shows what became of it. */
@Command(
    name = "run",
    description = "Replay traffic through nginx, and show what became of every request.",
    footer = {
      "",
      "Scenarios, in real time (speed divides durations and multiplies rates):",
      "  check-feed    10 requests a second to /check_feed for 90 s",
      "  stream-feed   80 connections to /stream_feed, and a probe of / each second",
      "  incident      both at once, with 3 requests a second to /hash_me",
      "  hash          3 requests a second to /hash_me, and a probe of / each second",
      "",
      "Examples:",
      "  lab run incident                     the shipped nginx.conf falls over",
      "  lab run incident --upstream async    every location to the event loop",
      "  lab run check-feed --rate 1 --speed 1 --duration 60s",
      "",
      "Ctrl-C ends the phase that is going on and keeps what was measured."
    })
public final class RunCommand implements Callable<Integer> {
  private static final long LAST_WORDS_SECONDS = 20;

  @Parameters(
      paramLabel = "SCENARIO",
      description = "${COMPLETION-CANDIDATES}",
      converter = ScenarioName.class,
      completionCandidates = ScenarioName.All.class)
  @SuppressWarnings("NullAway.Init")
  private Scenario scenario;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description =
          "Requests a second of the scenario's main route, in real time; not for stream-feed.")
  private Optional<Double> rate = Optional.empty();

  @Option(names = "--conns", paramLabel = "N", description = "Streams of stream-feed and incident.")
  private Optional<Integer> connections = Optional.empty();

  @Option(
      names = "--duration",
      paramLabel = "T",
      converter = Span.class,
      description = "Length of the load in real time, such as 90s or 2m.")
  private Optional<Duration> duration = Optional.empty();

  @Option(
      names = "--speed",
      paramLabel = "K",
      description =
          "Divide every duration and multiply every rate by K; 1 is real time (default 10, or that of the stack that is up).")
  private Optional<Integer> speed = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed gives the same incident (default: the learner's, else 1).")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--arrivals",
      defaultValue = "constant",
      paramLabel = "KIND",
      description = "constant, poisson or scattered (default ${DEFAULT-VALUE}).")
  private Arrivals arrivals = Arrivals.CONSTANT;

  @Option(
      names = "--upstream",
      paramLabel = "MODE",
      description = "For this run, send every location to sync, pooled, async or virtual.")
  private Optional<Mode> upstream = Optional.empty();

  @Option(
      names = "--blocking-feed",
      description = "Let async run the blocking handler on its event loop.")
  private boolean blockingFeed;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  /** The upstreams that nginx.conf declares. */
  enum Mode {
    sync,
    pooled,
    async,
    virtual
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    checkOptions();
    var console = Main.console(spec);
    var workspace = Main.workspace(spec);
    var setup = Setup.of(workspace, console::note);
    var options = options(setup);
    var wanted = settings(setup);
    // Before anything is waited for: what cannot be, and what cannot be now.
    checkPlan(
        options, Venue.toUse(workspace.state()).map(RunningStack::speed).orElse(wanted.speed()));
    try (var _ = TrafficTurn.take(workspace.state());
        var venue = open(console, workspace, wanted)) {
      venue.notes().forEach(console::note);
      return play(console, venue, options, setup).code();
    }
  }

  private Venue open(Console console, Workspace workspace, StackSettings wanted)
      throws IOException, InterruptedException {
    try (var _ =
        LastWords.of(
            console, () -> List.of("Stopped before the load began: there is no run to keep."))) {
      return Venue.open(
          new Venue.Wanted(
              workspace.nginxConf(),
              workspace.state(),
              workspace.serverJar(),
              wanted,
              speed,
              upstream.map(Mode::name)),
          console::say);
    }
  }

  private ExitCode play(Console console, Venue venue, Scenario.Options options, Setup setup)
      throws IOException, InterruptedException {
    var request = venue.request(scenario, options);
    var view = RunView.open(console, scenario, request, venue.folder());
    var rehearsal = new Rehearsal(request, venue.folder(), view);
    var shown = new CountDownLatch(1);
    var onInterrupt = new Thread(() -> stopAndShow(console, rehearsal, venue, shown));
    Runtime.getRuntime().addShutdownHook(onInterrupt);
    var state = Main.workspace(spec).state();
    try (var _ = UnderWay.run(state, "run " + scenario.label(), venue.folder().id())) {
      var result = run(rehearsal, view);
      venue.folder().becomeLatest();
      setup.record(result);
      if (console.json()) {
        console.printJson(result);
      } else {
        int columns = TerminalWidth.columns();
        new RunReport(console.ink(), columns, result, RunText.fromHere(venue.folder().path()))
            .lines()
            .forEach(console::print);
      }
      if (result.loss().isEmpty()) {
        return exitCode(result);
      }
      if (console.json()) {
        // The one object that is promised says it already.
        return ExitCode.ENVIRONMENT;
      }
      throw new ProblemException(result.loss().get());
    } finally {
      shown.countDown();
      removeHook(onInterrupt);
    }
  }

  private static RunResult run(Rehearsal rehearsal, RunView view)
      throws IOException, InterruptedException {
    try (view) {
      return rehearsal.run();
    }
  }

  /** Ctrl-C: what was measured is written and shown before the process ends. */
  private static void stopAndShow(
      Console console, Rehearsal rehearsal, Venue venue, CountDownLatch shown) {
    LastWords.say(console, List.of("Stopped. What was measured until now:"));
    rehearsal.stop();
    try {
      if (!shown.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("the run could not be kept in time");
      }
      venue.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException endingAlready) {
      // The hook is at work and waits for the result.
    }
  }

  private static ExitCode exitCode(RunResult result) {
    if (!result.complete()) {
      return ExitCode.INTERRUPTED;
    }
    return result.countsStand() ? ExitCode.DONE : ExitCode.INCONCLUSIVE;
  }

  /** The traffic as it was asked for. */
  Scenario.Options options(Setup setup) {
    return setup.options(scenario, rate, connections, duration, arrivals, seed);
  }

  /** The programs as they were asked for. */
  StackSettings settings(Setup setup) {
    try {
      return setup.settings(speed.orElse(Venue.USUAL_SPEED), seed).withBlockingFeed(blockingFeed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** An option that changes nothing would leave a person with a wrong idea of the run. */
  private void checkOptions() {
    check("--rate", rate.isPresent(), Scenario::hasRate);
    check("--conns", connections.isPresent(), Scenario::hasStreams);
    var parsed = spec.commandLine().getParseResult();
    check("--arrivals", parsed.hasMatchedOption("--arrivals"), Scenario::hasRate);
  }

  private void check(String option, boolean given, Predicate<Scenario> takesIt) {
    if (given && !takesIt.test(scenario)) {
      throw new ParameterException(
          spec.commandLine(),
          "%s changes nothing about %s: it belongs to %s"
              .formatted(
                  option,
                  scenario.label(),
                  Stream.of(Scenario.values())
                      .filter(takesIt)
                      .map(Scenario::label)
                      .collect(Collectors.joining(", "))));
    }
  }

  /** Finds a quantity out of range before anything is started. */
  private void checkPlan(Scenario.Options options, int factor) {
    try {
      scenario.plan(options).atSpeed(factor).demandWithinCaps();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    } catch (ProblemException e) {
      throw new ParameterException(
          spec.commandLine(),
          e.problems().stream()
              .map(problem -> problem.what() + ": " + problem.next())
              .collect(Collectors.joining("; ")),
          e);
    }
  }
}
