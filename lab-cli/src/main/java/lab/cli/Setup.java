package lab.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import lab.course.Course;
import lab.course.files.StackFile;
import lab.course.journal.Event;
import lab.course.journal.Journal;
import lab.course.stage.Stage;
import lab.course.variation.Incident;
import lab.course.variation.Numbers;
import lab.course.variation.Variation;
import lab.course.yaml.Faults;
import lab.load.plan.Arrivals;
import lab.run.RunResult;
import lab.run.Scenario;
import lab.stack.StackSettings;

/**
 * The learner's incident as the stack and the traffic take it.
 *
 * @param journal what happened so far
 * @param variation the numbers of the incident
 * @param stack the size of the application
 */
public record Setup(Journal journal, Variation variation, StackFile stack) {
  /**
   * The setup of a checkout.
   *
   * @param told what a person should hear of their progress
   * @throws lab.problem.ProblemException when stack.yaml or the journal cannot be read
   */
  public static Setup of(Workspace workspace, Consumer<String> told) {
    var journal = workspace.journal(told);
    var learner = journal.progress().learner();
    var incident =
        journal
            .progress()
            .stage()
            .flatMap(
                Course.read(workspace.root().resolve("exercises"), learner, new Faults())::stage)
            .map(Stage::incident)
            .orElse(Incident.NIGHT);
    var variation = learner.variation(incident);
    var stack =
        StackFile.read(
            workspace.root().resolve(StackFile.NAME),
            StackFile.NAME,
            variation,
            Numbers.of(variation, learner));
    return new Setup(journal, variation, stack);
  }

  /** Puts a run on record: stages ask for it. */
  public void record(RunResult result) {
    journal.append(
        new Event.Ran(
            result.id(),
            result.scenario(),
            result.settings().upstream().orElse("as-is"),
            result.settings().blockingFeed(),
            result.complete()));
  }

  /** Settings of the programs at a speed. */
  public StackSettings settings(int speed, Optional<Long> seed) {
    return stack.in(
        new StackSettings(
            speed,
            seed.orElse(variation.seed()),
            variation.workers(),
            variation.threads(),
            StackSettings.incident(speed, 1).backlog(),
            StackSettings.incident(speed, 1).timeoutSeconds(),
            variation.minSeconds(),
            variation.maxSeconds(),
            false));
  }

  /** Traffic of a scenario, with what the person changed about it. */
  public Scenario.Options options(
      Scenario scenario,
      Optional<Double> rate,
      Optional<Integer> connections,
      Optional<Duration> duration,
      Arrivals arrivals,
      Optional<Long> seed) {
    double usual = scenario == Scenario.HASH ? variation.hashes() : variation.rate();
    return new Scenario.Options(
        rate.or(() -> Optional.of(usual)),
        connections.or(() -> Optional.of(variation.streams())),
        duration,
        arrivals,
        seed.orElse(variation.seed()),
        Optional.of((double) variation.hashes()));
  }
}
