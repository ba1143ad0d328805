package lab.run.nginx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import lab.problem.ProblemException;
import lab.run.nginx.FrontDoor.Reloaded;
import lab.stack.RunningStack;

/** Routes of a run through the nginx of a stack that is up: the person's own come back after it. */
public final class Detour implements AutoCloseable {
  private final Path configuration;
  private final Path state;
  private final RunningStack running;
  private final Reloaded reloaded;
  private final Consumer<String> told;

  /** Where everything goes meanwhile; empty when the routes are the person's. */
  private Optional<String> upstream;

  private Detour(
      Path configuration,
      Path state,
      RunningStack running,
      Optional<String> upstream,
      Reloaded reloaded,
      Consumer<String> told) {
    this.configuration = configuration;
    this.state = state;
    this.running = running;
    this.upstream = upstream;
    this.reloaded = reloaded;
    this.told = told;
  }

  /**
   * Lets nginx read the person's file if it has changed, with all locations sent to one upstream if
   * that is asked for.
   *
   * @param told hears, in words, that the person's routes could not be put back
   * @throws ProblemException as {@link FrontDoor#reloadIfChanged}
   */
  public static Detour take(
      Path configuration,
      Path state,
      RunningStack running,
      Optional<String> upstream,
      Consumer<String> told)
      throws IOException, InterruptedException {
    var reloaded = FrontDoor.reloadIfChanged(configuration, state, running, upstream);
    return new Detour(configuration, state, running, upstream, reloaded, told);
  }

  public Reloaded reloaded() {
    return reloaded;
  }

  @Override
  public synchronized void close() {
    var sentTo = upstream.filter(_ -> running.liveness().loss().isEmpty());
    upstream = Optional.empty();
    sentTo.ifPresent(this::putBack);
  }

  private void putBack(String sentTo) {
    // Told to stop waiting, this thread has this to do still.
    boolean interrupted = Thread.interrupted();
    try {
      FrontDoor.reloadIfChanged(configuration, state, running, Optional.empty());
    } catch (ProblemException | IOException notTaken) {
      told.accept(
          "nginx still sends everything to %s; lab down, then lab up: %s"
              .formatted(sentTo, notTaken.getMessage()));
    } catch (InterruptedException again) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
