package lab.cli.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.check.evidence.PredictionOnRecord;
import lab.check.evidence.RunOnRecord;
import lab.check.spec.CheckKind.RunRecorded;
import lab.course.stage.Stage;
import lab.load.plan.Arrivals;
import lab.run.Rehearsal;
import lab.run.Scenario;
import lab.run.Traffic;
import lab.run.Venue;
import lab.stack.ServerJar;
import lab.stack.StackSettings;
import lab.verify.Ledger;
import lab.verify.RunRecords;

/** The ledger of a learner who did all that a stage asks for: real runs, made for the author. */
final class AuthorLedger {
  private static final String AS_IS = "as-is";
  private static final int TRIES = 3;

  private final Path root;
  private final Path state;
  private final ServerJar server;
  private final Consumer<String> progress;

  /**
   * Prepares a ledger.
   *
   * @param state the author's own state, apart from the learner's
   */
  AuthorLedger(Path root, Path state, ServerJar server, Consumer<String> progress) {
    this.root = root;
    this.state = state;
    this.server = server;
    this.progress = progress;
  }

  /** Nothing was done. */
  static Ledger empty() {
    return new Ledger(Map.of(), List.of());
  }

  /** Every prediction was made, and nothing was run. */
  Ledger predicted(Stage stage) {
    return new Ledger(predictions(stage), List.of());
  }

  /** Everything was done: predictions first, then each run that a check asks for. */
  Ledger of(Stage stage, StackSettings settings) throws IOException, InterruptedException {
    var predictions = predictions(stage);
    var runs = new ArrayList<RunOnRecord>();
    for (var check : stage.checks()) {
      if (check.kind() instanceof RunRecorded kind) {
        for (var upstream : kind.upstreams()) {
          runs.add(counting(kind, upstream, stage, settings));
        }
      }
    }
    return new Ledger(predictions, runs);
  }

  private static Map<String, PredictionOnRecord> predictions(Stage stage) {
    var now = Instant.now();
    return stage.predictions().stream()
        .collect(
            Collectors.toMap(
                one -> one.id(), one -> new PredictionOnRecord(Double.toString(one.truth()), now)));
  }

  /** A run that counts: a learner whose machine was busy for a moment makes it again, too. */
  private RunOnRecord counting(
      RunRecorded kind, String upstream, Stage stage, StackSettings settings)
      throws IOException, InterruptedException {
    var run = run(kind, upstream, stage, settings);
    for (int at = 2; at <= TRIES && !run.valid(); at++) {
      progress.accept(
          "the load generator fell behind, so that run does not count: try " + at + " of " + TRIES);
      run = run(kind, upstream, stage, settings);
    }
    return run;
  }

  private RunOnRecord run(RunRecorded kind, String upstream, Stage stage, StackSettings settings)
      throws IOException, InterruptedException {
    progress.accept("running " + kind.scenario() + " on " + upstream);
    var own = stage.variation();
    var scenario =
        Stream.of(Scenario.values())
            .filter(one -> one.label().equals(kind.scenario()))
            .findFirst()
            .orElseThrow();
    var options =
        new Scenario.Options(
            Optional.of((double) (scenario == Scenario.HASH ? own.hashes() : own.rate())),
            Optional.of(own.streams()),
            Optional.of(Duration.ofMillis(Math.round(Math.max(90, kind.minSeconds()) * 1000))),
            Arrivals.CONSTANT,
            settings.seed(),
            Optional.of((double) own.hashes()));
    // As shipped: an author's checkout may have a stack.yaml of its own.
    var asked =
        settings.withSizes(own.workers(), own.threads()).withBlockingFeed(kind.blockingFeed());
    try (var venue = Venue.open(wanted(upstream, asked), progress)) {
      var traffic = Traffic.of(scenario, options);
      var request =
          venue
              .request(scenario, options)
              .with(
                  new Traffic(
                      traffic.label(), traffic.plan(), traffic.arrivals(), false, List.of()));
      return RunRecords.onRecord(new Rehearsal(request, venue.folder(), _ -> {}).run());
    }
  }

  private Venue.Wanted wanted(String upstream, StackSettings settings) throws IOException {
    return new Venue.Wanted(
        root.resolve("exercises/08-reroute/nginx/nginx.conf"),
        Files.createDirectories(state),
        server,
        settings,
        Optional.of(settings.speed()),
        upstream.equals(AS_IS) ? Optional.empty() : Optional.of(upstream));
  }
}
