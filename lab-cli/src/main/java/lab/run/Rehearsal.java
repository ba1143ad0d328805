package lab.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lab.load.plan.Lane;
import lab.load.plan.Plan;
import lab.load.sample.Sample;
import lab.load.sample.Summary;
import lab.load.sample.Timings;
import lab.load.sample.Waits;
import lab.run.RunResult.RunMachine;
import lab.run.RunResult.RunSettings;
import lab.run.nginx.NginxReasons;
import lab.run.nginx.NginxTrace;
import lab.stack.Liveness;
import lab.stack.Program;
import lab.stack.StackSettings;
import lab.stack.StateFiles;
import lab.stack.machine.CpuMeter;
import lab.stack.machine.Neighbours;

/** One run: a scenario, replayed against a stack that is up, and kept in a folder. */
public final class Rehearsal {
  private static final String LOST = "Part of the stack was gone before the load had ended.";

  private final Request request;
  private final RunFolder folder;
  private final Execution execution;

  /**
   * What is to be run, and against what.
   *
   * @param traffic what is sent, in real time
   * @param settings of the stack that is up, its speed among them
   * @param askedSpeed the speed that was asked for
   * @param upstream the one upstream that all locations go to; empty for the file as it is
   * @param nonce of the stack
   * @param ports who of the stack listens where
   * @param feed the socket on which the feed takes orders
   * @param stackFolder where nginx's logs and the programs' events are
   * @param nginx its version
   * @param hashIterations work of {@code /hash_me}, by mode
   * @param notes what the person should know
   * @param own whether the stack runs below this process
   * @param liveness of the stack
   */
  public record Request(
      Traffic traffic,
      StackSettings settings,
      int askedSpeed,
      Optional<String> upstream,
      String nonce,
      Map<Program, Integer> ports,
      Path feed,
      Path stackFolder,
      String nginx,
      Map<Program, Integer> hashIterations,
      List<String> notes,
      boolean own,
      Liveness liveness) {
    public Request {
      ports = Map.copyOf(ports);
    }

    /** nginx's port. */
    int port() {
      return Objects.requireNonNull(ports.get(Program.NGINX));
    }

    /** The same with other traffic. */
    public Request with(Traffic other) {
      return new Request(
          other,
          settings,
          askedSpeed,
          upstream,
          nonce,
          ports,
          feed,
          stackFolder,
          nginx,
          hashIterations,
          notes,
          own,
          liveness);
    }
  }

  /**
   * Prepares a run.
   *
   * @param watcher told about ten times a second how it stands
   */
  public Rehearsal(Request request, RunFolder folder, Consumer<RunProgress> watcher) {
    this.request = request;
    this.folder = folder;
    var plan = plan();
    this.execution =
        new Execution(
            plan.atSpeed(request.settings().speed()),
            request.settings().speed(),
            new Execution.Target(
                request.port(),
                request.nonce() + "." + folder.id(),
                request.stackFolder().resolve("events.ndjson"),
                RecoveryForecast.of(plan, request.settings()),
                request.feed(),
                request.liveness()),
            request.traffic(),
            folder,
            watcher);
  }

  private Plan plan() {
    return request.traffic().plan();
  }

  /**
   * Ends the phase that is going on and keeps what was measured; may be called from another thread.
   */
  public void stop() {
    execution.stop();
  }

  /**
   * Runs to the end, to {@link #stop} or to the loss of a process, and keeps everything.
   *
   * @throws IOException when the run cannot be kept
   * @throws InterruptedException when this thread was told to stop waiting
   */
  public RunResult run() throws IOException, InterruptedException {
    var logs = StackLogs.fromNow(request.stackFolder());
    var before = CpuMeter.read();
    Execution.Observed observed;
    double wanted;
    try (var neighbours = Neighbours.watch()) {
      observed = execution.run();
      wanted = neighbours.demand();
    }
    var reached =
        Reached.of(
            observed.samples(),
            new Reached.Witnesses(
                NginxTrace.read(logs.trace(), logs.start(logs.trace())),
                folder.events(),
                request.ports()));
    var reasons =
        NginxReasons.count(
            logs.errors(), logs.start(logs.errors()), routes(), Scenario.RECOVERY_PROBE);
    var result = result(observed, reasons, reached, others(before, wanted));
    keepHistograms(observed.samples());
    StateFiles.write(folder.result(), result);
    if (!request.own()) {
      logs.keep(folder.stack());
    }
    return result;
  }

  /** A stack of another lab process would count among the others. */
  private Optional<Others> others(CpuMeter before, double wanted) {
    return request.own()
        ? Optional.of(new Others(CpuMeter.read().othersShareSince(before), wanted))
        : Optional.empty();
  }

  private RunResult result(
      Execution.Observed observed,
      Map<String, Map<NginxReasons.Reason, Long>> reasons,
      Reached reached,
      Optional<Others> others) {
    var settings = request.settings();
    var played = plan().atSpeed(settings.speed());
    var summary = summary(observed.samples(), played);
    var ranOut =
        new WhatRanOut(
            summary,
            new WhatRanOut.Serving(observed.gauges(), observed.waitedBefore(), reached),
            reasons,
            settings,
            played.duration(),
            others.orElse(Others.NONE));
    return new RunResult(
        RunResult.SCHEMA,
        folder.id(),
        request.traffic().label(),
        observed.started(),
        request.nonce(),
        new RunSettings(
            settings.speed(),
            request.askedSpeed(),
            plan().duration().toNanos() / 1e9,
            plan().seed(),
            request.traffic().arrivals(),
            request.upstream(),
            Optional.of(settings.blockingFeed()),
            settings.syncWorkers(),
            settings.poolThreads(),
            settings.meanPollSeconds(),
            request.notes()),
        new RunMachine(
            request.nginx(),
            System.getProperty("java.version"),
            Runtime.getRuntime().availableProcessors(),
            request.hashIterations(),
            others.map(Others::took),
            others.map(Others::wanted)),
        summary,
        reasons,
        servedBy(observed.samples()),
        observed.gauges(),
        observed.recovery(),
        observed.loss().isPresent() ? LOST : ranOut.sentence(),
        ranOut.crowded(),
        observed.complete(),
        observed.loss());
  }

  /** The summary with its lanes in the order of the plan. */
  private static Summary summary(List<Sample> samples, Plan plan) {
    var summary = Summary.of(samples, plan.duration());
    var order = plan.lanes().stream().map(Lane::name).toList();
    return new Summary(
        summary.lanes().stream()
            .sorted(Comparator.comparingInt(lane -> order.indexOf(lane.lane())))
            .toList(),
        summary.lag(),
        summary.onWire(),
        summary.response());
  }

  private Set<String> routes() {
    return plan().lanes().stream().map(Lane::route).collect(Collectors.toSet());
  }

  private static Map<String, Map<String, Long>> servedBy(List<Sample> samples) {
    return samples.stream()
        .filter(sample -> sample.answer().servedBy().isPresent())
        .collect(
            Collectors.groupingBy(
                Sample::route,
                TreeMap::new,
                Collectors.groupingBy(
                    sample -> sample.answer().servedBy().orElseThrow().split("/", 2)[0],
                    TreeMap::new,
                    Collectors.counting())));
  }

  private void keepHistograms(List<Sample> samples) throws IOException {
    Files.createDirectories(folder.path().resolve("histograms"));
    var byLane = samples.stream().collect(Collectors.groupingBy(Sample::lane));
    for (var lane : byLane.entrySet()) {
      try (var out = new PrintStream(Files.newOutputStream(folder.histogram(lane.getKey())))) {
        Timings.export(Waits.fromIntendedStart(lane.getValue()).nanos(), out);
      }
    }
  }
}
