package server.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import server.prefork.Arbiter;
import server.prefork.WorkerJvm;
import server.settings.ModeSettings;

/** Command {@code sync}. */
@Command(
    name = "sync",
    mixinStandardHelpOptions = true,
    description = "Preforked workers: processes that serve one connection at a time.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class SyncCommand implements Callable<Integer> {
  private static final Duration LONGEST_BEAT = Duration.ofMillis(250);

  @Spec private CommandSpec command;
  @Mixin private ModeOptions mode;

  @Option(
      names = "--port",
      defaultValue = "8101",
      description = "Listen there (${DEFAULT-VALUE}); 0 chooses a free port.")
  private int port;

  @Option(
      names = "--workers",
      defaultValue = "2",
      description = "Worker processes (${DEFAULT-VALUE}).")
  private int workers;

  @Option(
      names = "--timeout",
      defaultValue = "30",
      description =
          "Kill a worker that holds one connection for longer than this, seconds"
              + " (${DEFAULT-VALUE}).")
  private double timeout;

  @Option(
      names = "--worker-jvm-options",
      defaultValue = "",
      description = "Further JVM options of the workers, separated by blanks (default: none).")
  private String workerJvmOptions;

  @Option(
      names = "--parent-pid",
      description = "End at once when this process ends; standard input is the socket here.")
  private Optional<Long> parent = Optional.empty();

  @Override
  public Integer call() throws InterruptedException {
    if (workers < 1 || !(timeout > 0)) {
      throw new IllegalArgumentException("workers and timeout must be above 0");
    }
    var jvm = workerJvm(workerJvmOptions);
    var settings = mode.settings(port, () -> CalibrateCommand.inWorkerJvm(jvm, mode.speed()));
    var silence = settings.speed().ofSeconds(timeout);
    var events = mode.events("sync", "arbiter");
    var arbiter =
        Arbiter.start(
            settings,
            workers,
            silence,
            slot -> jvm.command(workerArguments(settings, slot, silence)),
            events);
    parent.ifPresent(Lifetime::endWith);
    Ready.say(command, arbiter);
    Lifetime.serve(arbiter, events, settings.grace());
    return 0;
  }

  static WorkerJvm workerJvm(String options) {
    var words = Arrays.stream(options.split(" ", -1)).filter(word -> !word.isBlank()).toList();
    return WorkerJvm.like(Main.class, words);
  }

  private List<String> workerArguments(ModeSettings settings, int slot, Duration silence) {
    var arguments = new ArrayList<String>();
    arguments.add("worker");
    add(arguments, "--slot", slot);
    add(arguments, "--arbiter-pid", ProcessHandle.current().pid());
    add(arguments, "--beat-millis", beat(silence).toMillis());
    add(arguments, "--host", settings.host());
    add(arguments, "--feed", settings.feed());
    add(arguments, "--speed", settings.speed().factor());
    add(arguments, "--hash-iterations", settings.hashIterations());
    add(arguments, "--run", settings.run());
    add(arguments, "--grace", settings.grace().toNanos() / 1e9 * settings.speed().factor());
    mode.eventsPath().ifPresent(path -> add(arguments, "--events", path.toAbsolutePath()));
    return arguments;
  }

  private static Duration beat(Duration silence) {
    var eighth = silence.dividedBy(8).plusMillis(1);
    return eighth.compareTo(LONGEST_BEAT) < 0 ? eighth : LONGEST_BEAT;
  }

  private static void add(List<String> arguments, String name, Object value) {
    arguments.add(name + "=" + value);
  }
}
