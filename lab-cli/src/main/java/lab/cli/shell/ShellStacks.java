package lab.cli.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import lab.cli.Setup;
import lab.cli.Workspace;
import lab.jshell.service.LabStack;
import lab.nginx.syntax.closure.Configuration;
import lab.problem.Problem;
import lab.problem.ProblemException;
import lab.run.Assembly;
import lab.run.Venue;
import lab.stack.RunningStack;
import lab.stack.Stack;
import lab.stack.StackCard;
import lab.stack.StartTurn;

/** The stack of one shell: the one that is up, or one of its own that ends with the shell. */
public final class ShellStacks implements LabStack {
  private final Workspace workspace;
  private final Consumer<String> progress;
  private Optional<Stack> own = Optional.empty();

  /**
   * Prepares to start one; starts none.
   *
   * @param progress told, in words, what takes longer than a moment
   */
  public ShellStacks(Workspace workspace, Consumer<String> progress) {
    this.workspace = workspace;
    this.progress = progress;
  }

  @Override
  public synchronized RunningStack up() throws IOException, InterruptedException {
    var running = card().running();
    if (running.isPresent()) {
      return running.get();
    }
    try (var _ = StartTurn.take(() -> {})) {
      // Another lab may have started one while this one waited.
      var meanwhile = card().running();
      return meanwhile.isPresent() ? meanwhile.get() : startInTurn(Optional.empty());
    }
  }

  @Override
  public synchronized RunningStack route(Optional<String> upstream)
      throws IOException, InterruptedException {
    if (own.isEmpty()) {
      demandNoOther();
    }
    close();
    try (var _ = StartTurn.take(() -> {})) {
      demandNoOther();
      return startInTurn(upstream);
    }
  }

  private void demandNoOther() {
    card()
        .running()
        .ifPresent(running -> {
          throw new ProblemException(
              new Problem(
                  "The stack that is up was not started by this shell.",
                  "supervisor pid " + running.supervisor().pid(),
                  "End it with: lab down"));
        });
  }

  private RunningStack startInTurn(Optional<String> upstream)
      throws IOException, InterruptedException {
    progress.accept("starting the stack; it ends with this shell");
    var assembly =
        Assembly.of(
            new Assembly.Parts(
                Configuration.load(workspace.nginxConf()),
                workspace.state(),
                workspace.state().resolve("stack"),
                workspace.serverJar(),
                Setup.of(workspace, progress).settings(Venue.USUAL_SPEED, Optional.empty()),
                upstream),
            progress);
    assembly.notes().forEach(progress);
    var stack = Stack.start(assembly.plan(), _ -> {});
    own = Optional.of(stack);
    stack.awaitReady();
    return card()
        .running()
        .orElseThrow(() -> new IOException("the stack that was just started is gone"));
  }

  private StackCard card() {
    return new StackCard(workspace.state());
  }

  @Override
  public Path runs() {
    return workspace.runs();
  }

  @Override
  public synchronized void close() {
    own.ifPresent(Stack::close);
    own = Optional.empty();
  }
}
