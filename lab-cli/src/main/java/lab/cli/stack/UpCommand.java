package lab.cli.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import lab.cli.Console;
import lab.cli.ExitCode;
import lab.cli.Main;
import lab.cli.Setup;
import lab.cli.Workspace;
import lab.nginx.syntax.closure.Configuration;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.run.Assembly;
import lab.stack.Program;
import lab.stack.RunningStack;
import lab.stack.Stack;
import lab.stack.StackCard;
import lab.stack.StackMessage;
import lab.stack.StackSettings;
import lab.stack.StartTurn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lab up}: starts feed, the four modes and nginx, and shows their logs until Ctrl-C. */
@Command(
    name = "up",
    description = "Start feed, the four modes and nginx, and show their logs until Ctrl-C.",
    footer = {
      "",
      "Examples:",
      "  lab up                 in the foreground, ten times as fast as real time",
      "  lab up --speed 1       in real time",
      "  lab up -d              in the background; lab status, lab logs, lab down",
      "",
      "--json prints the card of the stack, one object; the logs go to standard error."
    })
public final class UpCommand implements Callable<Integer> {
  private static final int CARD_POLL_MILLIS = 20;
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  @Option(
      names = "--speed",
      defaultValue = "10",
      paramLabel = "K",
      description =
          "Divide every duration and multiply every rate by K; 1 is real time (default"
              + " ${DEFAULT-VALUE}).")
  private int speed;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides the feed's delays (default: the learner's, else 1).")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = {"-d", "--detach"},
      description = "Leave it running in the background.")
  private boolean detach;

  @Option(
      names = "--blocking-feed",
      description = "Let async run the blocking handler on its event loop.")
  private boolean blockingFeed;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var console = Main.console(spec);
    var workspace = Main.workspace(spec);
    var card = new StackCard(workspace.state());
    card.running().ifPresent(UpCommand::refuse);
    var setup = Setup.of(workspace, console::note);
    console.say("  " + setup.stack().words());
    var folder = workspace.state().resolve("stack");
    try (var stack = start(console, workspace, folder, settings(setup));
        var nginxErrors = LogTail.of(Program.NGINX.label(), stack.plan().nginxErrors())) {
      if (detach) {
        stack.detach();
        show(console, awaitDetached(card, stack));
        return ExitCode.DONE.code();
      }
      show(console, card.running().orElseThrow(() -> gone(stack)));
      console.say("  Ctrl-C ends it all.");
      follow(nginxErrors, stack, new UpListener(console, true));
      stack
          .lostBy()
          .ifPresent(problem -> {
            throw new ProblemException(problem);
          });
      console.say("  The stack was taken down from elsewhere, as lab down does.");
    }
    return ExitCode.DONE.code();
  }

  /** nginx writes its errors to a file, not to the pipe that the supervisor reads. */
  private static void follow(LogTail errors, Stack stack, UpListener listener)
      throws IOException, InterruptedException {
    boolean ended = false;
    while (!ended) {
      ended = stack.awaitEnd(LOOK_EVERY);
      errors
          .fresh()
          .forEach(line -> listener.accept(new StackMessage.Logged(errors.program(), line)));
    }
  }

  /** A stack that is ready; without {@code -d} it goes down with this process. */
  private Stack start(Console console, Workspace workspace, Path folder, StackSettings settings)
      throws IOException, InterruptedException {
    try (var _ = StartTurn.take(() -> console.say(StartTurn.WAITING))) {
      // Another lab may have started one meanwhile, whose files are not to be touched.
      new StackCard(workspace.state()).running().ifPresent(UpCommand::refuse);
      var assembly =
          Assembly.of(
              new Assembly.Parts(
                  Configuration.load(workspace.nginxConf()),
                  workspace.state(),
                  folder,
                  workspace.serverJar(),
                  settings,
                  Optional.empty()),
              console::say);
      assembly.notes().forEach(console::note);
      var stack = Stack.start(assembly.plan(), new UpListener(console, !detach));
      // Ctrl-C and a closed terminal come this way; a detached stack lets close() pass.
      Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
      try {
        stack.awaitReady();
        return stack;
      } catch (RuntimeException | InterruptedException e) {
        stack.close();
        throw e;
      }
    }
  }

  private StackSettings settings(Setup setup) {
    try {
      return setup.settings(speed, seed).withBlockingFeed(blockingFeed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private static void show(Console console, RunningStack running) {
    if (console.json()) {
      console.printJson(Map.of("schema", "lab/up/1", "stack", running));
    } else {
      StatusCommand.table(console, running).forEach(console::print);
    }
  }

  /** What its card says once it goes on without this process. */
  private static RunningStack awaitDetached(StackCard card, Stack stack)
      throws InterruptedException {
    var running = card.running();
    while (running.filter(one -> !one.detached()).isPresent()) {
      TimeUnit.MILLISECONDS.sleep(CARD_POLL_MILLIS);
      running = card.running();
    }
    return running.orElseThrow(() -> gone(stack));
  }

  private static ProblemException gone(Stack stack) {
    return new ProblemException(
        new Problem(
            "The stack ended right after it was up.",
            stack.plan().folder().resolve("supervisor.log").toString(),
            "read that file, then start again"));
  }

  private static void refuse(RunningStack running) {
    throw new ProblemException(
        new Problem(
            "The stack is up already, since " + running.since() + ".",
            "supervisor pid " + running.supervisor().pid(),
            "lab status shows it, lab down ends it"));
  }
}
