package server.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import server.prefork.WorkerJvm;
import server.routes.HashWork;
import server.settings.Speed;

/** Command {@code calibrate}. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the rounds of /hash_me that take about 150 ms at speed 1.",
      "For sync it measures in a JVM with a worker's options, else in this one: give it the options"
          + " that the mode will run with."
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class CalibrateCommand implements Callable<Integer> {
  /** Whose JVM is measured. */
  enum Mode {
    SYNC,
    POOLED,
    ASYNC,
    VIRTUAL
  }

  @Spec private CommandSpec command;

  @Option(names = "--mode", required = true, description = "${COMPLETION-CANDIDATES}.")
  private Mode mode;

  @Option(names = "--speed", defaultValue = "1", description = "Divide by this (${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = "--worker-jvm-options",
      defaultValue = "",
      description = "As for sync (default: none).")
  private String workerJvmOptions;

  @Mixin private LifeOptions life;

  @Override
  public Integer call() {
    life.begin();
    var k = new Speed(speed);
    var work =
        switch (mode) {
          case SYNC -> inWorkerJvm(SyncCommand.workerJvm(workerJvmOptions), k);
          case POOLED, ASYNC, VIRTUAL -> HashWork.lasting(k.of(ModeOptions.HASH_TIME));
        };
    command.commandLine().getOut().println(work.iterations());
    return 0;
  }

  /** Measures where workers will run; any mode that measures in its own JVM does. */
  static HashWork inWorkerJvm(WorkerJvm jvm, Speed speed) {
    var printed =
        jvm.run(
            List.of(
                "calibrate",
                "--mode",
                "pooled",
                "--speed",
                Double.toString(speed.factor()),
                "--exit-with-stdin"));
    return new HashWork(Long.parseLong(printed));
  }
}
